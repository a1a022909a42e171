"""Document -> Extraction. The only package that imports spaCy."""

from explorer.extraction.extract import extract, extract_many
from explorer.extraction.pipeline import load_pipeline

__all__ = ["extract", "extract_many", "load_pipeline"]
