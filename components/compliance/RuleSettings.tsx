import { MARKETS, type Market } from '../../core/model/report-parts';
import { CERTIFIED_IN, type MutedRule, type RuleSettings as Settings } from '../../core/model/rule-settings';
import { Button, Check, Disclosure, Select } from '../kit';
import { useWords } from '../words';

interface RuleSettingsProps {
  settings: Settings;
  /** Rules that were hardly ever right for this creator. */
  seldomRight: readonly (MutedRule & { right: number; of: number })[];
  onChange: (settings: Settings) => void;
}

/** Which law, what the account may speak of as an expert, and which rules stay silent. */
export function RuleSettings({ settings, seldomRight, onChange }: RuleSettingsProps) {
  const { t, f } = useWords('panel');
  const { market, certified, muted } = settings;
  const offered = seldomRight.filter(({ rule }) => !muted.some((one) => one.rule === rule));
  return (
    <Disclosure summary={t.checks.settings.title}>
      <div class="stack">
        <Select<Market | 'any'>
          label={t.checks.settings.market}
          value={market ?? 'any'}
          options={[
            { value: 'any', label: t.checks.settings.anyMarket },
            ...MARKETS.map((name) => ({ value: name, label: t.checks.settings.markets[name] })),
          ]}
          onChange={(value) => onChange({ ...settings, market: value === 'any' ? null : value })}
        />
        <fieldset class="stack-tight">
          <legend class="field-label">{t.checks.settings.certified}</legend>
          {CERTIFIED_IN.map((name) => (
            <Check
              key={name}
              label={t.checks.settings.fields[name]}
              checked={certified.includes(name)}
              onChange={(on) =>
                onChange({ ...settings, certified: CERTIFIED_IN.filter((one) => (one === name ? on : certified.includes(one))) })
              }
            />
          ))}
        </fieldset>
        {offered.length > 0 && <p class="field-label">{t.checks.settings.seldomRight}</p>}
        {offered.map(({ rule, about, right, of }) => (
          <div key={rule} class="stack-tight">
            <p>{about}</p>
            <p class="small muted">{t.compliance.precision(right, of)}</p>
            <div>
              <Button kind="plain" small onClick={() => onChange({ ...settings, muted: [...muted, { rule, about }] })}>
                {t.checks.settings.mute}
              </Button>
            </div>
          </div>
        ))}
        {muted.length > 0 && (
          <div class="stack-tight">
            <p class="field-label">{t.checks.settings.muted}</p>
            {muted.map(({ rule, about }) => (
              <div key={rule} class="row">
                <span class="grow">{about}</span>
                <Button
                  kind="plain"
                  small
                  label={f.said(t.checks.settings.unmute, about)}
                  onClick={() => onChange({ ...settings, muted: muted.filter((one) => one.rule !== rule) })}
                >
                  {t.checks.settings.unmute}
                </Button>
              </div>
            ))}
          </div>
        )}
      </div>
    </Disclosure>
  );
}
