/** A report's content parts as text to be read by a person. */
import type { Report } from '../../../../core/model/report';
import type { Why } from '../../../../core/model/report-parts';

const percent = (value: number | null) => (value === null ? '—' : `${Math.round(value * 100)} %`);
const reason = ({ formula, have, need, missing }: Why) =>
  `[${formula} ${have}/${need}${missing.length > 0 ? ` missing: ${missing.join(' ')}` : ''}]`;

export function render(report: Report): string {
  const lines: string[] = [];
  const say = (text: string, depth = 0) => lines.push(`${'  '.repeat(depth)}${text}`);
  say('SUGGESTIONS');
  for (const one of report.suggestions) {
    say(`${one.priority} ${one.kind} ${one.strength} (${one.platform}|${one.account})`);
    say(`${one.title}`, 1);
    say(`${one.why}`, 1);
    say(`→ ${one.action}`, 1);
    const { posts, weeks, interval, adjustedFor, caveats } = one.evidence;
    say(
      `${posts} posts, ${weeks} weeks${interval ? `, ${percent(interval.low)} … ${percent(interval.median)} … ${percent(interval.high)}` : ''}`,
      1,
    );
    if (adjustedFor?.length) say(`adjusted: ${adjustedFor.join(', ')}`, 1);
    if (caveats?.length) say(`caveats: ${caveats.join(' ')}`, 1);
  }
  for (const { unit, adherence: a, effectiveness: e } of report.mix) {
    say('');
    say(`MIX ${unit}`);
    say('adherence', 1);
    say(`window ${a.window?.from} – ${a.window?.to}, ${a.window?.posts} posts`, 2);
    say(`${a.kinds.statement} ${reason(a.kinds.kinds.why)}`, 2);
    for (const { kind, posts, targetPosts, deviation } of a.kinds.kinds.value ?? [])
      say(`${kind}: ${posts} of ${targetPosts} (${deviation})`, 3);
    if (a.kinds.next.length > 0) say(`next: ${a.kinds.next.join(', ')}; habit differs: ${a.kinds.habitDiffers}`, 3);
    say(`${a.pillars.statement} ${reason(a.pillars.pillars.why)}`, 2);
    for (const { pillar, role, posts } of a.pillars.pillars.value ?? []) say(`${pillar}: ${posts} (${role})`, 3);
    for (const { met, text } of a.pillars.checklist) say(`${met === null ? '?' : met ? '✓' : '✗'} ${text}`, 3);
    say(`${a.focus.statement} ${reason(a.focus.why)}`, 2);
    say(`${a.commercial.statement} ${reason(a.commercial.why)}`, 2);
    say(`${a.sensitive.statement} ${reason(a.sensitive.why)}`, 2);
    say(a.zones.statement, 2);
    for (const { of, topic, zone, posts, probabilityBetter } of a.zones.topics)
      say(`${of} ${topic}: ${zone}, ${posts} posts, better ${percent(probabilityBetter.value)}`, 3);
    say(
      `next ten: ${a.zones.next.map(({ zone, topic, kind }) => `${zone === 'stable' ? 'S' : 'E'}/${topic ?? '–'}/${kind ?? '–'}`).join(' ')}`,
      3,
    );
    say(`experiments this month: ${a.zones.experimentsThisMonth}`, 3);
    for (const { pattern, posts, unlabelled } of a.series)
      say(`series ${pattern}: ${posts.length} posts, ${unlabelled} unlabelled`, 3);
    say(`${a.trust.statement} ${reason(a.trust.why)}`, 2);
    if (a.kinds.shift) say(`shift: ${a.kinds.shift.statement}`, 2);
    say(`${a.appointments.statement} ${reason(a.appointments.weeksKept.why)}`, 2);
    say(`${a.consistency.statement} ${reason(a.consistency.topics.why)}`, 2);
    say('effectiveness', 1);
    say(`${e.outcome}, ${e.posts} posts, ${e.weeks} weeks, spread ×${e.spread?.toFixed(1) ?? '—'}; ${e.missing.join(' ')}`, 2);
    for (const { statement, state, effects } of e.factors) {
      say(`[${state}] ${statement}`, 2);
      for (const { label, posts, others, lift, strength, simpson } of effects.filter(
        ({ strength, simpson }) => strength !== 'none' || simpson,
      )) {
        say(
          `${label}: ${posts}/${others}, ${percent(lift?.low ?? null)} … ${percent(lift?.high ?? null)} ${strength}${simpson ? ` simpson raw ${percent(simpson.raw)} adjusted ${percent(simpson.adjusted)}: ${simpson.reason}` : ''}`,
          3,
        );
      }
    }
    for (const { statement, strength } of e.retention) say(`${statement} (${strength})`, 2);
    say(e.terms.statement, 2);
    say(
      e.terms.terms
        .slice(0, 8)
        .map((term) => `${term.tag ? '#' : ''}${term.term} ${term.class} ${term.posts.length}`)
        .join(', '),
      3,
    );
  }
  for (const { unit, state, statement, account, honesty, missing, posts } of report.score) {
    say('');
    say(`SCORE ${unit} ${state}`);
    say(statement, 1);
    say(
      Object.entries(account.parts)
        .map(([part, { value }]) => `${part} ${value === null ? '—' : Math.round(value)}`)
        .join(', '),
      1,
    );
    say(`${honesty.statement} ${reason(honesty.correlation.why)}`, 1);
    for (const text of missing) say(`missing: ${text}`, 1);
    for (const one of posts.slice(-2)) {
      const whole = (value: number | null) => (value === null ? '—' : String(Math.round(value)));
      say(
        `post ${one.post}: ${whole(one.score)} (${whole(one.low)}–${whole(one.high)}) ${one.bands?.join('/') ?? '—'} rank ${one.rank?.join('–') ?? '—'}${one.provisional ? ' provisional' : ''} ${JSON.stringify(one.measures)}`,
        1,
      );
    }
  }
  for (const g of report.growth) {
    say('');
    say(`GROWTH ${g.platform}|${g.account}`);
    say(g.stages.statement, 1);
    for (const { stage, metrics, missing } of g.stages.stages) {
      say(
        `${stage}: ${metrics.map(({ metric, recent, change }) => `${metric} ${recent.value === null ? '—' : Number(recent.value.toPrecision(3))}${change ? ` (${percent(change.low)} … ${percent(change.high)})` : ''}`).join(', ')} ${missing.join(' ')}`,
        2,
      );
    }
    for (const part of [g.followers, g.natural, g.depth, g.elasticity, g.traffic, g.layers, g.audience, g.concentration])
      say(part.statement, 1);
    for (const { kind, statement } of g.anomalies) say(`anomaly ${kind}: ${statement}`, 1);
    for (const { id, state, statement } of g.diagnosis) say(`${id} [${state}] ${statement}`, 1);
    say(`${g.kpi.statement} ${g.kpi.measures.map(({ name, achieved }) => `${name} ${achieved.toFixed(1)}`).join(', ')}`, 1);
    for (const { name, soFar, target, probability } of g.kpi.outlook.measures)
      say(
        `${g.kpi.outlook.month} ${name}: ${soFar === null ? '—' : Number(soFar.toPrecision(3))} of ${Number(target.toPrecision(3))}, ${percent(probability.value)} ${probability.why.missing.join(' ')}`,
        2,
      );
    for (const text of g.kpi.missing) say(`missing: ${text}`, 2);
    for (const { quadrant, text, from } of g.swot) say(`${quadrant}: ${text} (${from})`, 1);
    say(`seasons: ${g.seasons.map(({ label, from, to }) => `${label} ${from}–${to}`).join('; ')}`, 1);
  }
  return `${lines.join('\n')}\n`;
}
