import type { AccountView, PageCoverage } from '../data';
import { useWords } from '../words';
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
  const complete = expected !== null && captured >= expected;
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
      {expected !== null && !complete && <p class="small muted">{t.coverage.howToMore}</p>}
      {expected === null && page && <p class="small muted">{t.coverage.noTotal}</p>}
    </div>
  );
}

export function CoverageTable({ account, now }: { account: AccountView; now: number }) {
  const { t, f } = useWords();
  if (account.coverage.length < 2) return null;
  return (
    <Disclosure summary={t.coverage.perPage}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t.coverage.page}</th>
            <th scope="col">{t.coverage.read}</th>
            <th scope="col">{t.coverage.expected}</th>
            <th scope="col">{t.coverage.lastSeen}</th>
          </tr>
        </thead>
        <tbody>
          {account.coverage.map((page) => (
            <tr key={page.page}>
              <th scope="row">{page.page}</th>
              <td>{f.number(page.captured)}</td>
              <td>{page.expected === null ? '—' : f.number(page.expected)}</td>
              <td>{f.ago(page.seenAt, now)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Disclosure>
  );
}
