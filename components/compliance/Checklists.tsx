import type { DraftCheck } from '../../core/model/draft';
import { AD_CHECKS, type AdCheck } from '../../core/model/workspace/objects';
import { Check, Disclosure } from '../kit';
import { useWords } from '../words';

interface DeclarationsProps {
  declarations: NonNullable<DraftCheck['declarations']>;
  declared: readonly string[];
  onChange: (declared: string[]) => void;
}

/** The platform's own declaration boxes, by their exact labels; what the text or the answers call for is marked. */
export function DeclarationList({ declarations: { setting, boxes, needed }, declared, onChange }: DeclarationsProps) {
  const { t } = useWords('panel');
  return (
    <Disclosure summary={t.checks.declare(setting)} open={needed.length > 0}>
      <fieldset class="stack-tight">
        <legend class="small muted">{t.checks.declareHint}</legend>
        {boxes.map(({ label }) => (
          <Check
            key={label}
            label={
              <>
                {label}
                {needed.includes(label) && <strong> · {t.checks.needed}</strong>}
              </>
            }
            checked={declared.includes(label)}
            onChange={(on) => onChange(on ? [...declared, label] : declared.filter((one) => one !== label))}
          />
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
  const { t, f } = useWords('panel');
  return (
    <Disclosure summary={f.aside(t.checks.adChecklist, `${seen.length}/${AD_CHECKS.length}`)}>
      <div class="stack-tight">
        {AD_CHECKS.map((name) => (
          <Check
            key={name}
            label={
              <>
                <strong>{t.checks.adChecks[name].title}</strong> {t.checks.adChecks[name].text}
              </>
            }
            checked={seen.includes(name)}
            onChange={(on) => onChange(on ? [...seen, name] : seen.filter((other) => other !== name))}
          />
        ))}
      </div>
    </Disclosure>
  );
}
