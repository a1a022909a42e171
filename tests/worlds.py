"""Worlds for tests: a small realistic one, and one in which every text is an attack.

small_world().commitments[1].evidence[0].text == "The $550 billion investment pledge made by Japan to the U.S. ..."
"""

from __future__ import annotations

import re

from explorer.model import (
    Actor,
    ActorType,
    Amount,
    Commitment,
    CommitmentKind,
    CommitmentStatus,
    DateSpan,
    Document,
    Event,
    EventType,
    Evidence,
    Party,
    PartyRole,
    Status,
    Tie,
    TieKind,
    World,
)

JAPAN, USA, UKRAINE, RUSSIA, CHINA = "country:JPN", "country:USA", "country:UKR", "country:RUS", "country:CHN"
TAKAICHI, TRUMP, ZELENSKYY = "leader:sanae-takaichi", "leader:donald-trump", "leader:volodymyr-zelenskyy"
NATO, INDO_PACIFIC, AKIE_ABE = "organization:nato", "region:indo-pacific", "person:akie-abe"
NIPPON_STEEL, US_STEEL = "company:nippon-steel", "company:u-s-steel"

ALLIANCE, PLEDGE = "commitment:japan-us-alliance", "commitment:550-billion-pledge"
SUMMIT, MINERALS = "commitment:takaichi-trump-summit", "commitment:critical-minerals-framework"

HARBOUR = Document(
    id="doc-harbour",
    title="Takaichi and Trump speak by phone",
    date="2025-10-25",
    source="Harbour Post",
    url="https://harbour.example/takaichi-trump-call",
    language="en",
    text=(
        "Prime Minister Sanae Takaichi of Japan spoke by phone with U.S. President Donald Trump on Saturday. "
        "Takaichi praised Trump for his diplomacy in the Middle East. "
        "She asked Trump for help in bringing home the citizens abducted by North Korea. "
        "Trump will visit Japan on Monday for his first summit with Takaichi in Tokyo. "
        "Japan and the United States called their alliance the foundation of peace in the Indo-Pacific."
    ),
)
LANTERN = Document(
    id="doc-lantern",
    title="Doubts about the $550 billion pledge",
    date="2025-10-26",
    source="Lantern Wire",
    url="https://lantern.example/pledge",
    language="en",
    text=(
        "Takaichi held her first telephone talks with President Trump over the weekend. "
        "The $550 billion investment pledge made by Japan to the United States has drawn criticism at home. "
        "Japan promised the United States to invest in chips, ships and energy. "
        "The Japan-U.S. alliance will be raised to new heights, the Prime Minister said. "
        "Washington once rejected the bid of Nippon Steel, a company based in Japan, for U.S. Steel. "
        "In the end Nippon Steel and U.S. Steel agreed on the takeover. "
        "Akie Abe had dinner with Trump in December 2024."
    ),
)
COMPASS = Document(
    id="doc-compass",
    title="After Tokyo",
    date="2025-10-29",
    source="Compass Review",
    url=None,
    language="en",
    text=(
        "Since their phone call on October 25, Takaichi and Trump have grown close. "
        "Japan and the United States signed a framework on critical minerals on Tuesday. "
        "Forces of Japan and the United States held joint exercises in the Indo-Pacific. "
        "The alliance between Tokyo and Washington dates from 1951. "
        "China condemned Japan for its remarks on Taiwan. "
        "Beijing warned Japan that it would restrict imports of seafood."
    ),
)
MERIDIAN = Document(
    id="doc-meridian",
    title="Three years of war",
    date="2025-02",
    source="Meridian Daily",
    url="https://meridian.example/three-years",
    language="en",
    text=(
        "Russia struck cities across Ukraine with missiles on 24 February 2022. "
        "Japan and the United States imposed sanctions on Russia. "
        "NATO delivered air defence systems to Ukraine. "
        "Japan did not send weapons to Ukraine. "
        "The United States could send more missiles to Ukraine if Russia refuses a ceasefire. "
        "Russia moved troops towards the front. "
        "President Volodymyr Zelenskyy of Ukraine thanked NATO, of which the United States is a member."
    ),
)
DOCUMENTS = (HARBOUR, LANTERN, COMPASS, MERIDIAN)


SENTENCE_END = re.compile(r"(?<!U\.S)\.(?= |$)")


def evidence(document: Document, opening: str, trigger: str, rule: str) -> Evidence:
    """Point at the sentence of `document` that begins with `opening`, and at the word in it that says so."""
    start = document.text.index(opening)
    stop = SENTENCE_END.search(document.text, start)
    assert stop, f"no sentence begins with {opening!r}"
    end = stop.end()
    begin = document.text.index(trigger, start, end)
    return Evidence(
        start=start,
        end=end,
        text=document.text[start:end],
        trigger=(begin, begin + len(trigger)),
        rule=rule,
        document=document.id,
        source=document.source,
        date=document.date,
    )


def day(date: str, text: str) -> DateSpan:
    """A span of one day."""
    return DateSpan(date, date, text)


ACTORS = (
    Actor(JAPAN, ActorType.COUNTRY, "Japan", "JPN", aliases=("Tokyo", "Japanese"), reports=4),
    Actor(USA, ActorType.COUNTRY, "United States", "USA", aliases=("U.S.", "Washington", "America"), reports=4),
    Actor(
        TAKAICHI,
        ActorType.LEADER,
        "Sanae Takaichi",
        "JPN",
        role="Prime Minister",
        aliases=("Takaichi", "Takaiichi Sanae"),
        reports=3,
    ),
    Actor(TRUMP, ActorType.LEADER, "Donald Trump", "USA", role="President", aliases=("Trump",), reports=3),
    Actor(ZELENSKYY, ActorType.LEADER, "Volodymyr Zelenskyy", "UKR", role="President", aliases=("Zelensky",)),
    Actor(NATO, ActorType.ORGANIZATION, "NATO", aliases=("North Atlantic Treaty Organization",)),
    Actor(UKRAINE, ActorType.COUNTRY, "Ukraine", "UKR", aliases=("Kyiv",)),
    Actor(RUSSIA, ActorType.COUNTRY, "Russia", "RUS", aliases=("Moscow", "Kremlin")),
    Actor(CHINA, ActorType.COUNTRY, "China", "CHN", aliases=("Beijing",)),
    Actor(NIPPON_STEEL, ActorType.COMPANY, "Nippon Steel", "JPN", aliases=("Nippon Steel Corporation",)),
    Actor(US_STEEL, ActorType.COMPANY, "U.S. Steel", "USA"),
    Actor(INDO_PACIFIC, ActorType.REGION, "Indo-Pacific", reports=2),
    Actor(AKIE_ABE, ActorType.PERSON, "Akie Abe", "JPN"),
)

TIES = (
    Tie(
        TieKind.LEADS,
        TAKAICHI,
        JAPAN,
        role="Prime Minister",
        since="2025-10-21",
        evidence=(evidence(HARBOUR, "Prime Minister", "Prime Minister", "title-of"),),
        reports=2,
    ),
    Tie(
        TieKind.LEADS,
        TRUMP,
        USA,
        role="President",
        since="2025-01-20",
        evidence=(evidence(HARBOUR, "Prime Minister", "U.S. President", "title-of"),),
    ),
    Tie(
        TieKind.LEADS,
        ZELENSKYY,
        UKRAINE,
        role="President",
        since="2019-05-20",
        evidence=(evidence(MERIDIAN, "President Volodymyr", "President", "title-of"),),
    ),
    Tie(TieKind.MEMBER_OF, USA, NATO, evidence=(evidence(MERIDIAN, "President Volodymyr", "member", "member-of"),)),
    Tie(
        TieKind.BASED_IN, NIPPON_STEEL, JAPAN, evidence=(evidence(LANTERN, "Washington once", "based in", "based-in"),)
    ),
)

EVENTS = (
    Event(
        "event:call",
        EventType.CONSULT,
        (TAKAICHI, TRUMP),
        mode="phone",
        date=day("2025-10-25", "Saturday"),
        topics=("diplomatic", "executive"),
        intensity=1.5,
        confidence=0.95,
        evidence=(
            evidence(HARBOUR, "Prime Minister", "spoke", "speak-with"),
            evidence(LANTERN, "Takaichi held", "talks", "hold-talks"),
            evidence(COMPASS, "Since their", "phone call", "call-noun"),
        ),
        reports=3,
    ),
    Event(
        "event:praise",
        EventType.SUPPORT,
        (TAKAICHI,),
        (TRUMP,),
        date=day("2025-10-25", "Saturday"),
        topics=("diplomatic",),
        intensity=5.0,
        confidence=0.9,
        evidence=(evidence(HARBOUR, "Takaichi praised", "praised", "praise"),),
    ),
    Event(
        "event:appeal",
        EventType.REQUEST,
        (TAKAICHI,),
        (TRUMP,),
        mode="assist",
        topics=("human_rights",),
        intensity=0.5,
        confidence=0.8,
        evidence=(evidence(HARBOUR, "She asked", "asked", "ask-for"),),
    ),
    Event(
        "event:visit",
        EventType.CONSULT,
        (TRUMP,),
        (JAPAN,),
        mode="visit",
        status=Status.FUTURE,
        date=day("2025-10-27", "Monday"),
        place=JAPAN,
        topics=("diplomatic",),
        intensity=4.0,
        confidence=0.9,
        evidence=(evidence(HARBOUR, "Trump will visit", "visit", "visit"),),
    ),
    Event(
        "event:promise",
        EventType.AGREE,
        (JAPAN,),
        (USA,),
        date=DateSpan("2025", "2025", "2025"),
        topics=("economic",),
        amount=Amount(550e9, "USD", "$550 billion"),
        intensity=2.5,
        confidence=0.85,
        evidence=(
            evidence(LANTERN, "Japan promised", "promised", "promise"),
            evidence(LANTERN, "The $550 billion", "pledge", "pledge-noun"),
        ),
        reports=1,
    ),
    Event(
        "event:exercise",
        EventType.COOPERATE,
        (JAPAN, USA),
        date=DateSpan("2025-10", "2025-10", "this month"),
        place=INDO_PACIFIC,
        topics=("military",),
        intensity=9.5,
        confidence=0.9,
        evidence=(evidence(COMPASS, "Forces of", "exercises", "joint-exercise"),),
    ),
    Event(
        "event:bid",
        EventType.REJECT,
        (USA,),
        (NIPPON_STEEL,),
        status=Status.HISTORICAL,
        topics=("economic",),
        intensity=-2.0,
        confidence=0.7,
        evidence=(evidence(LANTERN, "Washington once", "rejected", "reject"),),
    ),
    Event(
        "event:takeover",
        EventType.AGREE,
        (NIPPON_STEEL, US_STEEL),
        topics=("economic",),
        intensity=2.5,
        confidence=0.75,
        evidence=(evidence(LANTERN, "In the end", "agreed", "agree-on"),),
    ),
    Event(
        "event:dinner",
        EventType.CONSULT,
        (AKIE_ABE, TRUMP),
        status=Status.HISTORICAL,
        date=DateSpan("2024-12", "2024-12", "December 2024"),
        intensity=2.5,
        confidence=0.7,
        evidence=(evidence(LANTERN, "Akie Abe", "dinner", "have-dinner"),),
    ),
    Event(
        "event:remarks",
        EventType.ACCUSE,
        (CHINA,),
        (JAPAN,),
        mode="disapprove",
        topics=("diplomatic", "territory"),
        speaker=CHINA,
        intensity=-2.0,
        confidence=0.9,
        evidence=(evidence(COMPASS, "China condemned", "condemned", "condemn"),),
    ),
    Event(
        "event:seafood",
        EventType.THREATEN,
        (CHINA,),
        (JAPAN,),
        mode="restrict",
        topics=("economic",),
        speaker=CHINA,
        intensity=-3.5,
        confidence=0.85,
        evidence=(evidence(COMPASS, "Beijing warned", "warned", "warn-that"),),
    ),
    Event(
        "event:missiles",
        EventType.ASSAULT,
        (RUSSIA,),
        (UKRAINE,),
        mode="aerial",
        date=day("2022-02-24", "24 February 2022"),
        topics=("military",),
        intensity=-9.5,
        confidence=0.97,
        evidence=(evidence(MERIDIAN, "Russia struck", "struck", "strike"),),
    ),
    Event(
        "event:sanctions",
        EventType.SANCTION,
        (JAPAN, USA),
        (RUSSIA,),
        mode="discontinue",
        topics=("economic",),
        intensity=-6.0,
        confidence=0.95,
        evidence=(evidence(MERIDIAN, "Japan and", "imposed sanctions", "impose"),),
        reports=2,
    ),
    Event(
        "event:air-defence",
        EventType.AID,
        (NATO,),
        (UKRAINE,),
        topics=("military",),
        intensity=10.0,
        confidence=0.9,
        evidence=(evidence(MERIDIAN, "NATO delivered", "delivered", "deliver-to"),),
    ),
    Event(
        "event:no-weapons",
        EventType.AID,
        (JAPAN,),
        (UKRAINE,),
        status=Status.NEGATED,
        topics=("military",),
        intensity=10.0,
        confidence=0.8,
        evidence=(evidence(MERIDIAN, "Japan did not", "send", "send-to"),),
    ),
    Event(
        "event:more-missiles",
        EventType.AID,
        (USA,),
        (UKRAINE,),
        status=Status.HYPOTHETICAL,
        topics=("military",),
        intensity=10.0,
        confidence=0.7,
        evidence=(evidence(MERIDIAN, "The United States could", "send", "send-to"),),
    ),
    Event(
        "event:troops",
        EventType.MOBILIZE,
        (RUSSIA,),
        mode="troops",
        topics=("military",),
        intensity=-6.5,
        confidence=0.8,
        evidence=(evidence(MERIDIAN, "Russia moved", "moved", "move-troops"),),
    ),
    Event(
        "event:thanks",
        EventType.SUPPORT,
        (ZELENSKYY,),
        (NATO,),
        topics=("diplomatic",),
        intensity=5.0,
        confidence=0.9,
        evidence=(evidence(MERIDIAN, "President Volodymyr", "thanked", "thank"),),
    ),
)

COMMITMENTS = (
    Commitment(
        ALLIANCE,
        CommitmentKind.ALLIANCE,
        "Japan–U.S. alliance",
        (Party(JAPAN, PartyRole.PARTY), Party(USA, PartyRole.PARTY)),
        date=DateSpan("1951", "1951", "1951"),
        topics=("military", "diplomatic"),
        confidence=0.95,
        evidence=(
            evidence(HARBOUR, "Japan and the United States called", "alliance", "alliance-noun"),
            evidence(LANTERN, "The Japan-U.S.", "alliance", "alliance-hyphen"),
            evidence(COMPASS, "The alliance between", "alliance", "alliance-between"),
        ),
        reports=3,
    ),
    Commitment(
        PLEDGE,
        CommitmentKind.PLEDGE,
        "$550 billion investment pledge",
        (Party(JAPAN, PartyRole.PLEDGER), Party(USA, PartyRole.BENEFICIARY)),
        amount=Amount(550e9, "USD", "$550 billion"),
        topics=("economic",),
        confidence=0.9,
        evidence=(evidence(LANTERN, "The $550 billion", "pledge", "pledge-noun"),),
    ),
    Commitment(
        SUMMIT,
        CommitmentKind.SUMMIT,
        "Takaichi–Trump summit",
        (Party(TAKAICHI, PartyRole.HOST), Party(TRUMP, PartyRole.PARTICIPANT)),
        status=CommitmentStatus.PLANNED,
        date=DateSpan("2025-10-27", "2025-10-28", "Monday"),
        topics=("diplomatic",),
        confidence=0.85,
        evidence=(evidence(HARBOUR, "Trump will visit", "summit", "summit-with"),),
    ),
    Commitment(
        MINERALS,
        CommitmentKind.AGREEMENT,
        "Framework on critical minerals",
        (Party(JAPAN, PartyRole.PARTY), Party(USA, PartyRole.PARTY)),
        date=day("2025-10-28", "Tuesday"),
        topics=("natural_resource", "economic"),
        instrument="framework",
        confidence=0.9,
        evidence=(evidence(COMPASS, "Japan and the United States signed", "signed", "sign"),),
    ),
)


def small_world() -> World:
    """Four articles, thirteen actors of every type, events of every status, commitments of every kind."""
    return World(documents=DOCUMENTS, actors=ACTORS, ties=TIES, events=EVENTS, commitments=COMMITMENTS)


SCRIPT = "<script>alert(1)</script>"
IMAGE = "<img src=x onerror=\"alert('href')\">"
CLOSING = "</script><script>window.hacked = 1</script>"
CONTROLS = "nul\x00 bell\x07 escape\x1b del\x7f lone\ud800 bidi\u202e noncharacter\ufffe end"
FORMULA = '=HYPERLINK("http://evil.example";"click")'
MARKUP = "]]> <!-- & &amp; \" ' ` ${7*7} {{7*7}} [x](javascript:alert(1)) ![x](https://evil.example/x.png)"
PAYLOADS = (SCRIPT, IMAGE, CLOSING, CONTROLS, FORMULA, "+1+1", "-2", "@SUM(A1)", "\tTAB", MARKUP, "", "\r\nline\u2028s")


def hostile_world() -> World:
    """A world whose names, titles, sources, roles, topics and sentences all attack whoever shows them."""
    text = " ".join(PAYLOADS)
    document = Document("doc-<hostile>", CLOSING, text, date="2026-01-02", source=IMAGE, url="javascript:alert(1)")
    proof = Evidence(0, len(text), text, (0, len(SCRIPT)), SCRIPT, document.id, document.source, document.date)
    actors = tuple(
        Actor(f"person:hostile-{number}", ActorType.PERSON, payload, "JPN", role=CLOSING, aliases=(IMAGE, FORMULA))
        for number, payload in enumerate(PAYLOADS)
    )
    ids = [actor.id for actor in actors]
    events = tuple(
        Event(
            f'event:"{number}"<&>',
            EventType.ACCUSE,
            (source,),
            (target,),
            mode=IMAGE,
            topics=(SCRIPT, FORMULA),
            amount=Amount(1.0, CLOSING, FORMULA),
            speaker=source,
            intensity=-3.0,
            evidence=(proof,),
        )
        for number, (source, target) in enumerate(zip(ids, ids[1:], strict=False))
    )
    commitment = Commitment(
        "commitment:<hostile>",
        CommitmentKind.PLEDGE,
        CLOSING + CONTROLS,
        (Party(ids[0], PartyRole.PLEDGER), Party(ids[1], PartyRole.BENEFICIARY)),
        instrument=FORMULA,
        topics=(MARKUP,),
        evidence=(proof,),
    )
    tie = Tie(TieKind.LEADS, ids[2], ids[3], role=FORMULA, evidence=(proof,))
    return World(documents=(document,), actors=actors, ties=(tie,), events=events, commitments=(commitment,))
