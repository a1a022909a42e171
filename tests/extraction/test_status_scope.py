"""How far "not", "if", "alleged" or "failed" reach: plans that failed, questions, claims, conditions, headlines."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reader
from tests.extraction.told import events

NEGATED = [
    ("Norway has not yet condemned Iran.", "ACCUSE NOR > IRN negated"),
    ("Norway refrained from condemning Iran.", "ACCUSE NOR > IRN negated"),
    ("Norway was unable to send tanks to Ukraine.", "AID NOR > UKR negated"),
    ("Norway left without condemning Iran.", "ACCUSE NOR > IRN negated"),
    ("Norway praised Israel instead of condemning it.", "SUPPORT NOR > ISR"),
    ("Peru's failure to condemn Chile angered nobody.", "ACCUSE PER > CHL negated"),
    ("Peru made a failed attempt to invade Chile.", "ASSAULT PER > CHL negated"),
    ("Peru's attempt to invade Chile failed.", "ASSAULT PER > CHL negated"),
    ("Plans for a summit between Norway and Iran were shelved.", "CONSULT IRN+NOR negated"),
    ("Norway's plans to visit Libya fell through.", "CONSULT NOR > LBY negated"),
    ("There were no talks between Norway and Iran.", "CONSULT IRN+NOR negated"),
    ("Talks between Norway and Iran are off.", "CONSULT IRN+NOR negated"),
    ("Norway is not considering sanctions on Iran.", "SANCTION NOR > IRN negated"),
    ("It is not true that Chile attacked Peru.", "ASSAULT CHL > PER negated"),
    ("It is false that Chile attacked Peru.", "ASSAULT CHL > PER negated"),
    ("No ministers from Norway visited Libya.", "CONSULT NOR > LBY negated"),
    ("Norway in no way condemned Iran.", "ACCUSE NOR > IRN negated"),
    ("The lack of talks between Norway and Iran worried nobody.", "CONSULT IRN+NOR negated"),
    ("Norway did not respond by expelling Russian diplomats.", "SANCTION NOR > RUS negated"),
    ("Norway stopped short of condemning Iran.", "ACCUSE NOR > IRN negated"),
    ("Switzerland rejected a German request to send ammunition to Ukraine.", "AID CHE > UKR negated"),
    ("Iran denied reports that it had attacked Greece.", "ASSAULT IRN > GRC negated"),
    ("Damascus denies that it attacked Israel and has refused to let UN experts in.", "ASSAULT SYR > ISR negated"),
]
FUTURE = [
    ("Norway will respond by expelling Russian diplomats.", "SANCTION NOR > RUS future"),
    ("Norway to send tanks to Ukraine", "AID NOR > UKR future"),
    ("Talks between Norway and Iran are planned for May.", "CONSULT IRN+NOR future"),
    ("Talks between Norway and Iran were postponed until May.", "CONSULT IRN+NOR future"),
    ("Norway's upcoming talks with Iran are in Oslo.", "CONSULT IRN+NOR future"),
    ("Norway is planning an attack on Peru.", "ASSAULT NOR > PER future"),
    ("Norway accepted a German request to send ammunition to Ukraine.", "AID NOR > UKR future"),
]
HYPOTHETICAL = [
    ("Norway is considering sanctions on Iran.", "SANCTION NOR > IRN hypothetical"),
    ("Norway is mulling tariffs on Chinese cars.", "SANCTION NOR > CHN hypothetical"),
    ("The plan would see Norway send tanks to Ukraine.", "AID NOR > UKR hypothetical"),
    ("Norway would have condemned Iran.", "ACCUSE NOR > IRN hypothetical"),
    ("Norway said it would have condemned Iran.", "ACCUSE NOR > IRN hypothetical"),
    ("Has Norway condemned Iran?", "ACCUSE NOR > IRN hypothetical"),
    ("Did Chilean troops attack Peru?", "ASSAULT CHL > PER hypothetical"),
    ("Will the Norwegian government send tanks to Ukraine?", "AID NOR > UKR hypothetical"),
    ("Chile's alleged attack on Peru was discussed.", "ASSAULT CHL > PER hypothetical"),
    ("Chile allegedly attacked Peru.", "ASSAULT CHL > PER hypothetical"),
    ("There is no evidence that Chile attacked Peru.", "ASSAULT CHL > PER hypothetical"),
    ("It is possible that Chile attacked Peru.", "ASSAULT CHL > PER hypothetical"),
    ("Iran did not confirm that Chile had attacked Peru.", "ASSAULT CHL > PER hypothetical"),
    ("Hopes of talks between Norway and Iran rose.", "CONSULT IRN+NOR hypothetical"),
    ("A proposal for talks between Norway and Iran was made.", "CONSULT IRN+NOR hypothetical"),
    ("Talks between Norway and Iran are possible.", "CONSULT IRN+NOR hypothetical"),
    ("Had Chile attacked Peru, nobody would have been surprised.", "ASSAULT CHL > PER hypothetical"),
    ("Nothing will change until Chile condemns Peru.", "ACCUSE CHL > PER hypothetical"),
    ("Perhaps Chile attacked Peru.", "ASSAULT CHL > PER hypothetical"),
    ("Chile's attempted invasion of Peru made news.", "ASSAULT CHL > PER hypothetical"),
    ("Whether Chile attacked Peru is unclear.", "ASSAULT CHL > PER hypothetical"),
    ("Provided that Chile condemns Peru, the bank will pay.", "ACCUSE CHL > PER hypothetical"),
    ("Any Chilean attack on Peru would be a mistake.", "ASSAULT CHL > PER hypothetical"),
    ("Reports that Chile had attacked Peru could not be confirmed.", "ASSAULT CHL > PER hypothetical"),
    ("Norway objected to supplying Iraq with arms.", "AID NOR > IRQ hypothetical"),
    ("The United States warned Israel against attacking Iran.", "ASSAULT ISR > IRN hypothetical"),
    ("Release the hostages, Israel told Hamas.", "RETREAT ISR hypothetical"),
    (
        "Belgium's call for European Union sanctions against Rwanda was brushed aside.",
        "SANCTION european-union > RWA hypothetical",
    ),
]
HISTORICAL = [
    ("Until recently Norway backed Serbia.", "SUPPORT NOR > SRB historical"),
    ("In 1998 Chile attacked Peru.", "ASSAULT CHL > PER historical"),
    ("Norway's former alliance with Iran is forgotten. Peru attacked Chile in 1975.", "ASSAULT PER > CHL historical"),
    ("Norway used to back Serbia.", "SUPPORT NOR > SRB historical"),
]
ACTUAL = [
    ("Norway did not fail to condemn Iran.", "ACCUSE NOR > IRN"),
    ("Norway responded by expelling Russian diplomats.", "SANCTION NOR > RUS"),
    ("Israel has yet to comment after Chile attacked Peru.", "ASSAULT CHL > PER"),
    ("Chile attacked Peru before the bank could pay.", "ASSAULT CHL > PER"),
    ("Chile attacked Peru when the ministers were in Spain.", "ASSAULT CHL > PER"),
    ("The tariffs that Norway imposed on Chinese cars may be lifted.", "SANCTION NOR > CHN"),
    ("Once again Norway condemned Iran.", "ACCUSE NOR > IRN"),
    ("The minister admitted that Chile had attacked Peru.", "ASSAULT CHL > PER"),
    ("Nobody knows why Chile attacked Peru.", "ASSAULT CHL > PER"),
    ("It is true that Chile attacked Peru.", "ASSAULT CHL > PER"),
    ("Norway not only condemned Iran.", "ACCUSE NOR > IRN"),
    ("The United States used its veto to shield Israel.", "AID USA > ISR"),
    ("The Democratic Republic of Congo accuses Rwanda of arming rebels, a charge Rwanda denies.", "ACCUSE COD > RWA"),
    ("Hungary condemned Poland, a charge dismissed by Tusk.", "ACCUSE HUN > POL"),
    ("Dominica thanked Norway for sending tanks to Ukraine.", "AID NOR > UKR"),
    ("Damascus denies that it attacked Israel and has refused to let UN experts in.", "REJECT SYR > united-nations"),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [*NEGATED, *FUTURE, *HYPOTHETICAL, *HISTORICAL, *ACTUAL],
)
def test_how_far_a_cue_reaches(read: Reader, text: str, expected: str) -> None:
    assert expected in events(read(text))
