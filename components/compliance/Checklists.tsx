import type { DraftCheck } from '../../core/model/draft';
import { AD_CHECKS, type AdCheck } from '../../core/model/workspace/objects';
import { Disclosure } from '../kit';
import { useWords } from '../words';

interface DeclarationsProps {
  declarations: NonNullable<DraftCheck['declarations']>;
  declared: readonly string[];
  onChange: (declared: string[]) => void;
}

/** The platform's own declaration boxes, by their exact labels; what the text or the answers call for is marked. */
export function DeclarationList({ declarations: { setting, boxes, needed }, declared, onChange }: DeclarationsProps) {
  const { t } = useWords();
  return (
    <Disclosure summary={t.compliance.declare(setting)} open={needed.length > 0}>
      <fieldset class="stack-tight">
        <legend class="small muted">{t.compliance.declareHint}</legend>
        {boxes.map(({ label }) => (
          <label key={label} class="tick">
            <input
              type="checkbox"
              checked={declared.includes(label)}
              onChange={(event) =>
                onChange(event.currentTarget.checked ? [...declared, label] : declared.filter((one) => one !== label))
              }
            />
            <span>
              {label}
              {needed.includes(label) && <strong> · {t.compliance.needed}</strong>}
            </span>
          </label>
        ))}
      </fieldset>
    </Disclosure>
  );
}

interface AdChecklistProps {
  seen: readonly AdCheck[];
  onChange: (seen: AdCheck[]) => void;
}

/** Advertising review (E5): quality, taste, brand, effect. The creator's own look. */
export function AdChecklist({ seen, onChange }: AdChecklistProps) {
  const { t } = useWords();
  return (
    <Disclosure summary={`${t.compliance.adChecklist} (${seen.length}/${AD_CHECKS.length})`}>
      <div class="stack-tight">
        {AD_CHECKS.map((name) => (
          <label key={name} class="tick">
            <input
              type="checkbox"
              checked={seen.includes(name)}
              onChange={(event) =>
                onChange(event.currentTarget.checked ? [...seen, name] : seen.filter((other) => other !== name))
              }
            />
            <span>
              <strong>{t.compliance.adChecks[name].title}</strong> {t.compliance.adChecks[name].text}
            </span>
          </label>
        ))}
      </div>
    </Disclosure>
  );
}
