/** The light's own style sheet, adopted by its closed shadow root. Pixels only: a page may change what a rem is. */
export const css = `
:host { all: initial; }
.box {
  position: fixed; z-index: 2147483646; inline-size: 30px; direction: ltr;
  font: 13px/1.45 system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  --ink: #1d2129; --soft: #4b5362; --paper: #fff; --line: #d5d9e0; --accent: #2f4b9b;
  --green: #1f7a3d; --yellow: #9a6700; --red: #b42318;
}
@media (prefers-color-scheme: dark) {
  .box { --ink: #eef0f4; --soft: #b5bcc9; --paper: #20242c; --line: #414855; --accent: #a3b7f7; --green: #6fce8d; --yellow: #f0b35a; --red: #ff8f84; }
}
.box[hidden], .card[hidden] { display: none; }
button { all: unset; box-sizing: border-box; cursor: pointer; color: inherit; font: inherit; }
.light {
  display: flex; align-items: center; justify-content: center; gap: 4px; min-inline-size: 30px; block-size: 30px; padding: 0 7px;
  border-radius: 15px; background: var(--paper); color: var(--ink); border: 1px solid var(--line); box-shadow: 0 1px 6px rgb(0 0 0 / 18%);
  font-variant-numeric: tabular-nums; font-weight: 600;
}
button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.lamp { display: inline-block; inline-size: 12px; block-size: 12px; flex: none; box-sizing: border-box; border-radius: 50%; }
.lamp.none { border: 2px solid var(--line); }
.lamp.green { background: var(--green); }
.lamp.yellow { background: var(--yellow); border-radius: 2px; transform: rotate(45deg) scale(.85); }
.lamp.red { background: var(--red); border-radius: 2px; }
.count:empty { display: none; }
.card {
  position: absolute; inset-block-start: 36px; inset-inline-start: 0; box-sizing: border-box; inline-size: min(340px, calc(100vw - 24px));
  max-block-size: min(440px, 60vh); overflow: auto; padding: 12px 14px; border-radius: 10px; color: var(--ink); background: var(--paper);
  border: 1px solid var(--line); box-shadow: 0 4px 18px rgb(0 0 0 / 22%); text-align: start;
}
.to-left .card { inset-inline-start: auto; inset-inline-end: 0; }
.upwards .card { inset-block-start: auto; inset-block-end: 36px; }
h2 { margin: 0 0 8px; font-size: 14px; }
p { margin: 0 0 6px; overflow-wrap: anywhere; }
ul { list-style: none; margin: 0; padding: 0; }
.finding { padding-block: 8px; border-block-start: 1px solid var(--line); }
.words { font-weight: 600; }
.words .lamp { inline-size: 9px; block-size: 9px; margin-inline-end: 6px; }
.soft { color: var(--soft); font-size: 12px; }
.plain { color: var(--accent); font-size: 12px; text-decoration: underline; text-underline-offset: 2px; padding: 3px 0; }
.choice { border: 1px solid var(--line); border-radius: 6px; padding: 2px 10px; margin-inline-start: 4px; }
.choice[aria-pressed="true"] { border-color: var(--accent); color: var(--accent); font-weight: 600; }
fieldset { border: 0; margin: 6px 0; padding: 8px 0 0; border-block-start: 1px solid var(--line); }
legend { float: inline-start; inline-size: 100%; color: var(--soft); font-size: 12px; padding: 0; margin-block-end: 4px; }
label { display: block; padding: 2px 0; clear: both; }
em { font-style: normal; font-weight: 600; color: var(--yellow); font-size: 12px; }
.status { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media print { .box { display: none; } }
`;
