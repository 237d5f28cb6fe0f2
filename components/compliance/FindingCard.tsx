import type { Finding } from '../../core/model/report';
import { Button, LevelMark, OutLink } from '../kit';
import { useWords } from '../words';

interface FindingProps {
  finding: Finding;
  onDismiss?: (() => void) | undefined;
}

/** What was found, why it matters, where that is written. */
export function FindingCard({ finding, onDismiss }: FindingProps) {
  const { t, f } = useWords();
  const { source } = finding;
  const cited = [source.title, source.article].filter(Boolean).join(' ');
  return (
    <li class="finding">
      <div class="row">
        <LevelMark level={finding.level} text={finding.exemption ? t.compliance.exempt : undefined} />
        {finding.text && <q class="finding-words">{finding.text}</q>}
      </div>
      <p>{finding.exemption ?? finding.message}</p>
      {!finding.exemption && finding.wayOut && (
        <p>
          <strong>{t.compliance.wayOut}</strong> {finding.wayOut}
        </p>
      )}
      <p class="small faint">
        {source.grade === 'C' ? (
          t.compliance.commonly
        ) : (
          <>
            {t.compliance.source}: {source.url ? <OutLink href={source.url}>{cited}</OutLink> : cited}
            {', '}
            {t.compliance.asOf(f.date(Date.parse(source.asOf)))}
            {source.grade === 'B' && ` · ${t.compliance.copy}`}
          </>
        )}
      </p>
      {onDismiss && (
        <div>
          <Button kind="plain" small onClick={onDismiss}>
            {t.compliance.dismiss}
          </Button>
        </div>
      )}
    </li>
  );
}
