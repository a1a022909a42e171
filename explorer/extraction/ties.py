"""Lasting ties: who leads what, who belongs to what, where a company sits.

"Seoul-based Hanwha" -> based_in: company:hanwha -> country:KOR
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span, Token

from explorer.extraction.arguments import Role, owners, participants
from explorer.extraction.cast import Cast
from explorer.extraction.clauses import doers
from explorer.extraction.descriptions import DESCRIPTION, PRONOUN
from explorer.extraction.evidence import evidence_of
from explorer.extraction.matching import fit
from explorer.extraction.people import Holding
from explorer.extraction.status import judge
from explorer.knowledge.companies import COMPANIES
from explorer.knowledge.frames import Pattern
from explorer.knowledge.gazetteer import known_actors
from explorer.knowledge.offices import OFFICES, Office, RoleClass, offices_of
from explorer.knowledge.organizations import ORGANIZATIONS, organization_id, organizations
from explorer.knowledge.ties import TiePatterns, tie_patterns
from explorer.model import ActorType, Status, Tie, TieKind

BASED = "based"
LEADING = {RoleClass.HEAD_OF_STATE, RoleClass.HEAD_OF_GOVERNMENT, RoleClass.HEAD_OF_ORGANIZATION}
KNOWN = {Status.ACTUAL, Status.HISTORICAL}


def find_ties(doc: Doc, cast: Cast, holdings: Iterable[Holding]) -> list[Tie]:
    """Find all ties of a document, each once, with its first sentence as evidence."""
    found = [*_leads(doc, cast, holdings), *_worded(doc, cast), *_seats(doc, cast), *_known(doc, cast)]
    once: dict[tuple[TieKind, str, str], Tie] = {}
    for tie in found:
        if tie.source != tie.target:
            once.setdefault((tie.kind, tie.source, tie.target), tie)
    return list(once.values())


def _leads(doc: Doc, cast: Cast, holdings: Iterable[Holding]) -> Iterator[Tie]:
    for holding in holdings:
        person = cast.current(holding.person)
        if not holding.title.leads or holding.past or holding.holder_of is None:
            continue
        if holding.title.office == "head" and holding.holder_of.startswith("country:"):
            continue  # "the U.S. chief" of something
        held = next(
            (
                office
                for office in offices_of(person)
                if office.holder_of == holding.holder_of and _covers(cast, office)
            ),
            None,
        )
        yield Tie(
            TieKind.LEADS,
            person,
            holding.holder_of,
            role=holding.role if holding.title.office == "head" else holding.title.role,
            since=held.start if held else None,
            until=held.end if held else None,
            evidence=(
                evidence_of(doc, cast.sentence_at(holding.start), holding.start, holding.end, "leads: title and name"),
            ),
        )


def _covers(cast: Cast, office: Office) -> bool:
    return cast.on is None or office.includes(cast.on)


def _worded(doc: Doc, cast: Cast) -> Iterator[Tie]:
    for token in doc:
        part = token.pos_
        if part not in {"VERB", "AUX", "NOUN"}:
            continue
        lemma = token.lemma_.lower()
        for kind, entry in tie_patterns().items():
            if part != "NOUN" and lemma in entry.patterns.verbs:
                yield from _of_verb(token, kind, entry, cast)
            elif part == "NOUN" and (lemma in entry.patterns.nouns or lemma in entry.turned.nouns):
                yield from _of_noun(token, kind, entry, cast)


def _known(doc: Doc, cast: Cast) -> Iterator[Tie]:
    """Add what the knowledge files say of two actors that are named: who led a state that day, whose part a body is."""
    first = {mention.actors[0]: mention for mention in reversed(cast.mentions) if len(mention.actors) == 1}
    for actor, mention in first.items():
        if mention.kind in {PRONOUN, DESCRIPTION}:
            continue
        where = (doc, cast.sentence_at(mention.start), mention.start, mention.end)
        entry = organizations().get(actor)
        whole = organization_id(entry.part_of) if entry is not None and entry.part_of else None
        if whole in cast.members or (whole and _is_named_in(whole, actor, doc, cast)):
            yield Tie(TieKind.PART_OF, actor, str(whole), evidence=(evidence_of(*where, f"part_of: {ORGANIZATIONS}"),))
        for office in _leading(actor, cast):
            evidence = evidence_of(*where, f"leads: {OFFICES}")
            yield Tie(TieKind.LEADS, actor, office.holder_of, office.role, office.start, office.end, (evidence,))


def _is_named_in(whole: str, actor: str, doc: Doc, cast: Cast) -> bool:
    # "UNHCR, the U.N. refugee agency"; the UN Security Council says so in its own name
    entry = organizations()[whole]
    names = tuple(f"{name} " for name in (entry.name, *entry.aliases))
    said = (doc[mention.start : mention.end].text for mention in cast.mentions if mention.actors == (actor,))
    return not organizations()[actor].name.startswith(names) and any(text.startswith(names) for text in said)


def _leading(actor: str, cast: Cast) -> Iterator[Office]:
    """Give the offices in which a person leads a state or body of the text on its date."""
    if not actor.startswith("leader:") or cast.on is None:
        return
    for office in offices_of(actor):
        if office.includes(cast.on) and office.holder_of in cast.members and LEADING & set(office.classes):
            yield office


def _of_verb(verb: Token, kind: TieKind, entry: TiePatterns, cast: Cast) -> Iterator[Tie]:
    for pattern in entry.patterns.verbs[verb.lemma_.lower()]:
        bound = fit(pattern, verb)
        if bound is None or judge(verb).status not in KNOWN:
            continue
        sources = [actor for token in doers(verb) for actor in participants(token, cast, Role.ACTOR)]
        if kind is TieKind.LEADS:  # "led a U.S. delegation" is not to lead the United States
            bound = tuple(token for token in bound if token.i in cast.at)
        targets = [actor for token in bound for actor in participants(token, cast, Role.RECIPIENT)]
        yield from _joined(sources, targets, verb, kind, entry, pattern.rule, cast)


def _of_noun(noun: Token, kind: TieKind, entry: TiePatterns, cast: Cast) -> Iterator[Tie]:
    # "NATO member Turkey", "Hungary, a member of the EU,"
    before = list(owners(noun, cast))
    named = [actor for token in (noun.head, *_apposed(noun)) if token.i in cast.at for actor in cast.at[token.i].actors]
    named = named if noun.dep_ in {"appos", "compound"} or _apposed(noun) else []
    lemma = noun.lemma_.lower()
    for pattern in entry.patterns.nouns.get(lemma, ()):
        targets = _in_slots(pattern, noun, cast) or before
        targets = [*targets, *_misplaced(noun, entry, cast)] if targets else []
        yield from _joined(named, targets, noun, kind, entry, pattern.rule, cast)
    for pattern in entry.turned.nouns.get(lemma, ()):
        sources = _in_slots(pattern, noun, cast) or before
        yield from _joined(sources, named, noun, kind, entry, pattern.rule, cast)


def _misplaced(noun: Token, entry: TiePatterns, cast: Cast) -> list[str]:
    # "a member of the G7 and the Commonwealth": the parser may join the second to "member"
    found = [actor for child in noun.children if child.dep_ == "conj" for actor in _at(child, cast)]
    return [actor for actor in found if cast.type_of(actor) in entry.target - entry.source]


def _in_slots(pattern: Pattern, noun: Token, cast: Cast) -> list[str]:
    return [actor for token in fit(pattern, noun) or () for actor in participants(token, cast, Role.RECIPIENT)]


def _apposed(noun: Token) -> list[Token]:
    return [child for child in noun.children if child.dep_ == "appos"]


def _joined(
    sources: list[str], targets: list[str], trigger: Token, kind: TieKind, entry: TiePatterns, rule: str, cast: Cast
) -> Iterator[Tie]:
    for source in sources:
        for target in targets:
            if cast.type_of(source) in entry.source and cast.type_of(target) in entry.target and source != target:
                yield Tie(
                    kind,
                    source,
                    target,
                    evidence=(evidence_of(trigger.doc, cast.sentence_at(trigger.i), trigger.i, trigger.i + 1, rule),),
                )


def _seats(doc: Doc, cast: Cast) -> Iterator[Tie]:
    """Tie companies to countries: said in the text, else known, if the country is in the text at all."""
    for mention in list(cast.mentions):
        for actor in mention.actors:
            if cast.type_of(actor) is not ActorType.COMPANY or mention.kind in {PRONOUN, DESCRIPTION}:
                continue
            span = doc[mention.start : mention.end]
            said = _said_seat(span, cast)
            known = known_actors().get(actor)
            if said is not None:
                cast.members[actor].country = said.removeprefix("country:")
                yield _based(doc, cast, span, actor, said, "based_in: said with the name")
            elif known is not None and known.country and f"country:{known.country}" in cast.members:
                yield _based(doc, cast, span, actor, f"country:{known.country}", f"based_in: {COMPANIES}")
            elif known is None and f"country:{cast.members[actor].country}" in cast.members:
                home = f"country:{cast.members[actor].country}"
                yield _based(doc, cast, span, actor, home, "based_in: said of the company")


def _said_seat(span: Span, cast: Cast) -> str | None:
    root = span.root
    for child in root.lefts:
        # "Seoul-based Hanwha"
        found = _base(child, cast) or [
            actor for inner in child.lefts if child.i not in cast.at for actor in _base(inner, cast)
        ]
        if found:
            return found[0]
        # "Germany's Rheinmetall", "South Korean shipbuilder Hanwha"
        if child.dep_ in {"poss", "amod", "compound", "nmod"}:
            countries = [actor for actor in _at(child, cast) if actor.startswith("country:")]
            if countries:
                return countries[0]
    return None


def _base(word: Token, cast: Cast) -> list[str]:
    # "Oslo-based tanker operator Novaska": the base may hang on the noun before the name
    if word.lower_ != BASED and not word.lower_.endswith("-based"):
        return []
    return [actor for inner in word.children for actor in _at(inner, cast) if actor.startswith("country:")]


def _at(token: Token, cast: Cast) -> tuple[str, ...]:
    mention = cast.at.get(token.i)
    return mention.actors if mention is not None else ()


def _based(doc: Doc, cast: Cast, span: Span, company: str, country: str, rule: str) -> Tie:
    return Tie(
        TieKind.BASED_IN,
        company,
        country,
        evidence=(evidence_of(doc, cast.sentence_at(span.start), span.start, span.end, rule),),
    )
