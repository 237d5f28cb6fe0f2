/** The overlay's own style sheet, adopted by its closed shadow root. Pixels only: a page may change what a rem is. */
export const css = `
:host { all: initial; }
.all {
  position: fixed; inset: 0; z-index: 2147483646; overflow: clip; pointer-events: none; container-type: size;
  font: 13px/1.4 system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  --ink: #1d2129; --soft: #4b5362; --paper: #fff; --line: #d5d9e0; --accent: #2f4b9b; --faint: #ccd3e6; --warn: #8a4b00; --red: #a5241c; --yellow: #9a6700;
}
.all.dark {
  --ink: #eef0f4; --soft: #b5bcc9; --paper: #20242c; --line: #414855; --accent: #a3b7f7; --faint: #434e70; --warn: #f0b35a; --red: #ffb3a9; --yellow: #f3c978;
}
/* Placed by a transform, from the left: what grows moves nothing, so the browser counts no layout shift. */
.box { position: absolute; inset: 0 auto auto 0; z-index: 1; transform: translate(calc(100cqw - 100% - 16px), calc(100cqh - 100% - 16px)); }
.box > .card { position: absolute; inset-block-end: calc(100% + 8px); inset-inline-end: 0; inline-size: max-content; }
.pill, .card { pointer-events: auto; color: var(--ink); background: var(--paper); border: 1px solid var(--line); box-shadow: 0 2px 10px rgb(0 0 0 / 18%); }
.pill { display: flex; flex-direction: row-reverse; align-items: stretch; border-radius: 999px; overflow: hidden; }
button { all: unset; box-sizing: border-box; cursor: pointer; color: inherit; font: inherit; }
.main { display: flex; align-items: center; gap: 8px; padding: 7px 14px 7px 6px; font-variant-numeric: tabular-nums; }
.more { padding: 7px 6px 7px 12px; color: var(--soft); }
.pill button:hover { background: color-mix(in srgb, var(--accent) 10%, transparent); }
.pill button:focus-visible { outline: 2px solid var(--accent); outline-offset: -3px; border-radius: 999px; }
.mark { inline-size: 10px; block-size: 10px; border-radius: 50%; background: var(--accent); flex: none; }
.mark.busy { background: transparent; border: 2px solid var(--accent); box-sizing: border-box; }
.mark.warn { background: var(--warn); border-radius: 2px; }
.fresh { color: var(--accent); font-weight: 600; }
.card { box-sizing: border-box; max-inline-size: 300px; border-radius: 10px; padding: 12px 14px; }
[hidden] { display: none !important; }
.card p { margin: 0 0 6px; }
.card p:last-child { margin-block-end: 0; }
.card .soft { color: var(--soft); }
.help { display: flex; flex-wrap: wrap; gap: 6px; margin-block-start: 8px; }
.card .action { border: 1px solid var(--line); border-radius: 8px; padding: 4px 8px; background: none; color: var(--accent); cursor: pointer; font: inherit; }

.markers { position: absolute; inset: 0; overflow: clip; }
.marker {
  position: absolute; inset-block-start: 0; inset-inline-start: 0; left: 0; pointer-events: auto;
  display: flex; flex-direction: column; align-items: center; justify-content: center; gap: 1px;
  inline-size: 10px; block-size: 36px; border-radius: 5px; background: var(--paper); box-shadow: 0 0 0 1px var(--line);
}
.marker.unweighed, .marker.unscored:not(:has(.light, .faster)) { background: none; box-shadow: none; }
.marker:hover { box-shadow: 0 0 0 1px var(--accent); }
.marker:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
.bar { display: grid; gap: 1px; justify-items: center; }
.step { display: block; inline-size: 6px; block-size: 3px; border-radius: 1px; background: var(--faint); }
.step.on { background: var(--accent); }
.step.half { background: color-mix(in srgb, var(--accent) 55%, var(--faint)); }
.dot { display: block; box-sizing: border-box; inline-size: 8px; block-size: 8px; border-radius: 50%; border: 1.5px solid var(--accent); background: var(--paper); opacity: .75; }
.faster { display: block; border: 3.5px solid transparent; border-block-end: 5px solid var(--accent); border-block-start: 0; }
.light { display: block; inline-size: 8px; block-size: 8px; }
.light.red { background: var(--red); rotate: 45deg; scale: .85; }
.light.yellow { background: var(--yellow); clip-path: polygon(50% 0, 100% 100%, 0 100%); }
.row-card { position: absolute; inset: 0 auto auto 0; z-index: 2; inline-size: 300px; max-block-size: calc(100cqh - 8px); overflow-y: auto; }
.card-title { font-weight: 600; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; overflow-wrap: anywhere; }
.strong { font-weight: 600; }
.trend { fill: none; stroke: var(--accent); stroke-width: 1.75; stroke-linejoin: round; }
.base { stroke: var(--line); }
.row-card ul { list-style: none; margin: 0; padding: 0; }
.finding { padding-block: 8px; border-block-start: 1px solid var(--line); }
.words { font-weight: 600; overflow-wrap: anywhere; }
.words .light { display: inline-block; margin-inline-end: 4px; }
.finding .soft { font-size: 12px; }
.plain { color: var(--accent); font-size: 12px; text-decoration: underline; text-underline-offset: 2px; padding: 3px 0; }
.plain:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
@media (forced-colors: active) {
  .marker, .pill, .card { border: 1px solid CanvasText; }
  .step.on, .step.half, .mark { background: CanvasText; forced-color-adjust: none; }
}
@media print { .all { display: none; } }
`;
