"""What a new user sees: an empty store, and how to begin."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from explorer.app.add_article import add_articles, add_samples, samples_folder


def empty_store(db: Path) -> None:
    """Say what this is for and how to put something into it."""
    st.title("Who does what to whom, and where does it say so?")
    st.markdown(
        "This program reads news articles and draws the countries, leaders, companies and organisations in them, "
        "with what they do to each other. **Every line of the drawing shows the sentence it came from.** "
        "Nothing you read leaves this computer."
    )
    st.markdown("There are no articles yet. Begin with one of these:")
    samples = samples_folder()
    with st.container(horizontal=True):
        wants_samples = samples and st.button(
            "Read the sample articles", type="primary", icon=":material/auto_stories:"
        )
        wants_own = st.button("Add your own articles", icon=":material/add:")
    if samples and wants_samples:
        add_samples(db, samples)
    if wants_own:
        add_articles(db)
