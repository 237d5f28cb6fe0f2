import type { AccountView, PageCoverage } from '../data';
import { useWords } from '../words';
import { Unknown } from './figure';
import { Disclosure } from './index';

/** The page that says most about how much is missing: the one with the largest stated total, else the newest. */
export function leadingCoverage(coverage: readonly PageCoverage[]): PageCoverage | null {
  return coverage.reduce<PageCoverage | null>((best, page) => {
    if (!best) return page;
    const [a, b] = [best.expected ?? -1, page.expected ?? -1];
    return b > a || (a === b && page.seenAt > best.seenAt) ? page : best;
  }, null);
}

/** Captured against expected, for one account. Always shown; an unknown total is said, never guessed. */
export function CoverageLine({ account, now }: { account: AccountView; now: number }) {
  const { t, f } = useWords();
  const page = leadingCoverage(account.coverage);
  const captured = Math.max(account.posts, page?.captured ?? 0);
  const expected = page?.expected ?? null;
  const seen = account.seenAt === null ? t.coverage.imported : t.coverage.seen(f.ago(account.seenAt, now));
  return (
    <div class="stack-tight">
      <div class="row-apart small">
        <span class="number">
          {expected === null
            ? t.coverage.captured(captured, f.number(captured))
            : t.coverage.of(f.number(Math.min(captured, expected)), f.number(expected))}
        </span>
        <span class="faint">{seen}</span>
      </div>
      {expected !== null && expected > 0 && (
        <progress class="progress" max={expected} value={Math.min(captured, expected)} aria-label={t.coverage.label} />
      )}
      {expected === null && page && <p class="small faint">{t.coverage.noTotal}</p>}
    </div>
  );
}

/** Says that newer figures are being worked out, over the page: nothing moves when it begins or ends. */
export function StaleNote({ stale }: { stale: boolean }) {
  const { t } = useWords('panel');
  if (!stale) return null;
  return (
    <p class="panel-stale small" role="status">
      {t.panel.stale}
    </p>
  );
}

/** What is missing and how to add it, page by page. */
export function CoverageDetails({ account, now }: { account: AccountView; now: number }) {
  const { t, f, pageName } = useWords();
  const page = leadingCoverage(account.coverage);
  const missing = page?.expected != null && account.posts < page.expected;
  if (!missing && account.coverage.length < 2) return null;
  return (
    <section class="section stack-tight" aria-labelledby="coverage-title">
      <h2 id="coverage-title">{t.coverage.title}</h2>
      {missing && <p class="small muted">{t.coverage.howToMore}</p>}
      {account.coverage.length > 1 && (
        <Disclosure summary={t.coverage.perPage}>
          <table class="table">
            <caption class="sr-only">{t.coverage.label}</caption>
            <thead>
              <tr>
                <th scope="col">{t.coverage.page}</th>
                <th scope="col">{t.coverage.read}</th>
                <th scope="col">{t.coverage.expected}</th>
                <th scope="col">{t.coverage.lastSeen}</th>
              </tr>
            </thead>
            <tbody>
              {account.coverage.map((entry) => (
                <tr key={entry.page}>
                  <th scope="row">{pageName(entry.page)}</th>
                  <td>{f.number(entry.captured)}</td>
                  <td>{entry.expected === null ? <Unknown /> : f.number(entry.expected)}</td>
                  <td>{f.ago(entry.seenAt, now)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Disclosure>
      )}
    </section>
  );
}
