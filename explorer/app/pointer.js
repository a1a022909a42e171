/* Tells the graph what is selected without sending the graph again. */

export default function ({ data }) {
  globalThis.explorerSelection = data.selected;
  document.dispatchEvent(new CustomEvent("explorer:select", { detail: data }));
}
