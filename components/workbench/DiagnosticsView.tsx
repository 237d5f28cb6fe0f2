import { ClipboardCopy } from 'lucide-preact';
import type { Platform } from '../../core/model/platforms';
import type { Loadable } from '../data';
import { Button, Loaded, useAnnounce } from '../kit';
import { useWords } from '../words';

export interface Diagnostics {
  version: string;
  browser: string;
  platformsOn: Platform[];
  dataVersion: number;
  accounts: number;
  posts: number;
  /** Bytes; null when the browser does not say. */
  usage: number | null;
  engine: string;
  /** ISO 8601. */
  reportAt: string | null;
}

/** Numbers and versions only: nothing here names a post, an account or a figure. */
export function DiagnosticsView({
  of,
  onCopy,
  onRetry,
}: {
  of: Loadable<Diagnostics>;
  onCopy: (text: string) => void;
  onRetry: () => void;
}) {
  const { t, f } = useWords('workbench');
  const announce = useAnnounce();
  return (
    <div class="stack-wide">
      <div class="stack-tight">
        <h1>{t.diagnostics.title}</h1>
        <p class="muted">{t.diagnostics.text}</p>
      </div>
      <Loaded of={of} onRetry={onRetry}>
        {(known) => {
          const rows: [string, string][] = [
            [t.diagnostics.version, known.version],
            [t.diagnostics.browser, known.browser],
            [t.diagnostics.platformsOn, f.list(known.platformsOn.map((platform) => t.platforms[platform])) || '—'],
            [
              t.diagnostics.stored,
              f.list([
                t.common.accounts(known.accounts, f.number(known.accounts)),
                t.common.posts(known.posts, f.number(known.posts)),
              ]),
            ],
            [t.diagnostics.used, known.usage === null ? '—' : f.bytes(known.usage)],
            [t.diagnostics.dataVersion, String(known.dataVersion)],
            [t.diagnostics.engine, known.engine],
            [t.diagnostics.reportAge, known.reportAt ? f.dateTime(Date.parse(known.reportAt)) : '—'],
          ];
          return (
            <div class="stack">
              <table class="table facts" aria-label={t.diagnostics.title}>
                <tbody>
                  {rows.map(([name, value]) => (
                    <tr key={name}>
                      <th scope="row">{name}</th>
                      <td>{value}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <div>
                <Button
                  icon={ClipboardCopy}
                  onClick={() => {
                    onCopy(rows.map(([name, value]) => f.said(name, value)).join('\n'));
                    announce(t.diagnostics.copied);
                  }}
                >
                  {t.diagnostics.copy}
                </Button>
              </div>
            </div>
          );
        }}
      </Loaded>
    </div>
  );
}
