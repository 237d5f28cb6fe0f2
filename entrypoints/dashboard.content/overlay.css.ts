/** The pill's own style sheet, adopted by its closed shadow root. Pixels only: a page may change what a rem is. */
export const css = `
:host { all: initial; }
.box {
  position: fixed; inset-inline-end: 16px; inset-block-end: 16px; z-index: 2147483646;
  display: grid; justify-items: end; gap: 8px; pointer-events: none;
  font: 13px/1.4 system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  --ink: #1d2129; --soft: #4b5362; --paper: #fff; --line: #d5d9e0; --accent: #2f4b9b; --warn: #8a4b00;
}
@media (prefers-color-scheme: dark) {
  .box { --ink: #eef0f4; --soft: #b5bcc9; --paper: #20242c; --line: #414855; --accent: #a3b7f7; --warn: #f0b35a; }
}
.pill, .card { pointer-events: auto; color: var(--ink); background: var(--paper); border: 1px solid var(--line); box-shadow: 0 2px 10px rgb(0 0 0 / 18%); }
.pill { display: flex; align-items: stretch; border-radius: 999px; overflow: hidden; }
button { all: unset; box-sizing: border-box; cursor: pointer; color: inherit; font: inherit; }
.main { display: flex; align-items: center; gap: 8px; padding: 7px 4px 7px 12px; font-variant-numeric: tabular-nums; }
.more { padding: 7px 12px 7px 8px; color: var(--soft); }
button:hover { background: color-mix(in srgb, var(--accent) 10%, transparent); }
button:focus-visible { outline: 2px solid var(--accent); outline-offset: -3px; border-radius: 999px; }
.mark { inline-size: 10px; block-size: 10px; border-radius: 50%; background: var(--accent); flex: none; }
.mark.busy { background: transparent; border: 2px solid var(--accent); box-sizing: border-box; }
.mark.warn { background: var(--warn); border-radius: 2px; }
.fresh { color: var(--accent); font-weight: 600; }
.card { max-inline-size: 300px; border-radius: 10px; padding: 12px 14px; }
.card[hidden] { display: none; }
.card p { margin: 0 0 6px; }
.card p:last-child { margin-block-end: 0; }
.card .soft { color: var(--soft); }
.help { display: flex; flex-wrap: wrap; gap: 6px; margin-block-start: 8px; }
.card .action { border: 1px solid var(--line); border-radius: 8px; padding: 4px 8px; background: none; color: var(--accent); cursor: pointer; font: inherit; }
@media print { .box { display: none; } }
`;
