"""Add articles by pasting one or uploading several; each gets a result of its own.

add_samples("data/explorer.db", "data/samples") reads the articles that come with the program.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import streamlit as st

from explorer.app.plain_text import as_markdown, named
from explorer.app.wording import counted
from explorer.app.world_cache import extractor
from explorer.errors import ExplorerError
from explorer.reading import Outcome, read_paths, read_text, read_upload
from explorer.reading.outcome import language_problem
from explorer.store import open_store
from explorer.workflow import Step, StepKind, ingest

TYPES = ["txt", "md", "html", "htm", "jsonl", "zip"]
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2100, 12, 31)
RESULTS = "articles_added"


@st.dialog("Add articles", width="medium", on_dismiss="rerun")
def add_articles(db: Path) -> None:
    """Ask for articles, read them into the store, and say what became of each."""
    paste, upload = st.tabs(["Paste an article", "Upload files"])
    with paste:
        _paste(db)
    with upload:
        _upload(db)
    _results()


def add_samples(db: Path, folder: Path) -> None:
    """Read the sample articles and show the graph, or say why that did not work."""
    _add(db, read_paths([folder]))
    if any(step.kind is not StepKind.FAILED for step in st.session_state[RESULTS]):
        forget_results()
        st.rerun()
    _results()


def samples_folder() -> Path | None:
    """Find the sample articles: where the program was started, or where it lies."""
    places = (Path.cwd(), Path(__file__).resolve().parents[2])
    return next((place / "data" / "samples" for place in places if (place / "data" / "samples").is_dir()), None)


def forget_results() -> None:
    """Begin with no results when the dialog is opened anew."""
    st.session_state.pop(RESULTS, None)


def _paste(db: Path) -> None:
    with st.form("paste", border=False, clear_on_submit=False):
        title = st.text_input("Title", max_chars=200)
        source, day = st.columns(2)
        origin = source.text_input("Source", placeholder="Newspaper, agency …", max_chars=200)
        when = day.date_input("Date", value=None, min_value=FIRST_DAY, max_value=LAST_DAY, format="YYYY-MM-DD")
        text = st.text_area("Text", height=220, placeholder="The article, in English")
        if st.form_submit_button("Read it", type="primary"):
            iso = when.isoformat() if when else None
            _add(db, _pasted(text, title=title, date=iso, source=origin or None))


def _pasted(text: str, *, title: str, date: str | None, source: str | None) -> Iterator[Outcome]:
    where = title or "The pasted article"
    try:
        document = read_text(text, title=title, date=date, source=source)
    except ExplorerError as error:
        yield Outcome(where, None, str(error))
    else:
        yield Outcome(where, document, language_problem(document))


def _upload(db: Path) -> None:
    with st.form("upload", border=False, clear_on_submit=True):
        uploaded = st.file_uploader(
            "Text, Markdown, HTML, JSON lines, or a ZIP of them", type=TYPES, accept_multiple_files=True
        )
        if st.form_submit_button("Read them", type="primary") and uploaded:
            _add(db, (outcome for file in uploaded for outcome in read_upload(file.name, file.getvalue())))


def _add(db: Path, outcomes: Iterable[Outcome]) -> None:
    """Read articles into the store with progress, and keep what became of each."""
    steps: list[Step] = []
    progress = st.progress(0.0, "Loading the language model …")
    try:
        with open_store(db) as store:
            for step in ingest(store, outcomes, extractor()):
                steps.append(step)
                # How many there will be is not known beforehand: an archive is read as it goes.
                progress.progress(1 - 1 / (1 + len(steps) / 8), f"{counted(len(steps), 'article', 'articles')} read …")
    except ExplorerError as error:
        steps.append(Step("Reading", StepKind.FAILED, problem=str(error)))
    progress.empty()
    st.session_state[RESULTS] = steps


def _results() -> None:
    steps: list[Step] = st.session_state.get(RESULTS, [])
    if not steps:
        return
    added = sum(step.kind is StepKind.ADDED for step in steps)
    st.caption(f"{added:,} of {counted(len(steps), 'article', 'articles')} added. Close this to see the graph.")
    with st.container(height=min(300, 80 * len(steps))):
        for step in steps:
            _result(step)


def _result(step: Step) -> None:
    line = f"**{as_markdown(named(step.where))}**: {step.kind}"
    if step.problem:
        line += f"; {as_markdown(step.problem)}"
    show = {StepKind.ADDED: st.warning if step.problem else st.success, StepKind.ALREADY: st.info}
    show.get(step.kind, st.error)(line)
