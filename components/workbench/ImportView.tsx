import { useId, useState } from 'preact/hooks';
import type { ExportPlaces } from '../../assets/locales/en/exports';
import { PLATFORMS, type Platform } from '../../core/model/platforms';
import type { ImportPreview, Problem } from '../data';
import { Button, Disclosure, Note, ProblemCard, Select } from '../kit';
import { FilePicker } from '../kit/files';
import { Shortened } from '../kit/shortened';
import { useWords } from '../words';
import { groupsOf, type LeftOut, LeftOutLines } from './LeftOutLines';

/** What export files are named; the reader looks at the content, never at the name. */
const ACCEPT = '.csv,.tsv,.txt,.xlsx,.xls,.zip,.json,.jsonl,.ndjson,.gz,.almanac';

export interface ImportItem {
  id: number;
  file: string;
  state:
    | { kind: 'reading' }
    /** One clear sentence why the file was not understood. */
    | { kind: 'refused'; reason: string; needsPlatform?: boolean | undefined }
    /** The file is fine; it could not be looked at or added for another reason. */
    | { kind: 'failed'; problem: Problem }
    | { kind: 'preview'; preview: ImportPreview }
    | { kind: 'adding'; done: number }
    | { kind: 'done'; readings: number; fresh: number };
}

export interface ImportProps {
  items: ImportItem[];
  words: ExportPlaces;
  onFiles: (files: File[]) => void;
  /** `account`: what the creator entered where the file names none. */
  onAdd: (id: number, account: string | null) => void;
  /** Reads a file again that does not say itself which platform it is from. */
  onPlatform: (id: number, platform: Platform) => void;
  onCancel: (id: number) => void;
}

export function ImportView({ items, words, onFiles, onAdd, onPlatform, onCancel }: ImportProps) {
  const { t } = useWords('workbench');
  return (
    <div class="stack-wide">
      <div class="stack-tight">
        <h1>{t.importing.title}</h1>
        <p class="muted">{t.importing.text}</p>
      </div>
      <FilePicker label={t.importing.choose} accept={ACCEPT} multiple onFiles={onFiles} />
      <ul class="stack" aria-live="polite">
        {items.map((item) => (
          <li key={item.id} data-state={item.state.kind}>
            <Item
              item={item}
              said={words.reason}
              onAdd={(account) => onAdd(item.id, account)}
              onPlatform={(platform) => onPlatform(item.id, platform)}
              onCancel={() => onCancel(item.id)}
            />
          </li>
        ))}
      </ul>
      {items.length === 0 && <Places words={words} />}
    </div>
  );
}

/** Where the files come from, for whoever has none yet. */
function Places({ words }: { words: ExportPlaces }) {
  const { t } = useWords();
  return (
    <section class="stack-tight" aria-labelledby="places-title">
      <h2 id="places-title">{words.title}</h2>
      <p class="muted">{words.text}</p>
      <table class="table facts">
        <caption class="sr-only">{words.title}</caption>
        <tbody>
          {Object.entries(words.places).map(([platform, place]) => (
            <tr key={platform}>
              <th scope="row">{t.platforms[platform as Platform]}</th>
              <td>{place}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface ItemProps {
  said: (reason: string) => string;
  item: ImportItem;
  onAdd: (account: string | null) => void;
  onPlatform: (platform: Platform) => void;
  onCancel: () => void;
}
function Item({ item, said, onAdd, onPlatform, onCancel }: ItemProps) {
  const { t, f } = useWords('workbench');
  switch (item.state.kind) {
    case 'reading':
      return (
        <div class="card stack-tight">
          <p>
            <Shortened name={item.file} say={t.importing.reading} />
          </p>
          <progress class="progress" aria-label={t.importing.reading(item.file)} />
        </div>
      );
    case 'refused':
      return (
        <div class="card stack-tight">
          <p class="strong">
            <Shortened name={item.file} say={item.state.needsPlatform ? t.importing.whichPlatform : t.importing.refused} />
          </p>
          <p>{said(item.state.reason)}</p>
          {item.state.needsPlatform && <PlatformChoice onPlatform={onPlatform} />}
        </div>
      );
    case 'failed':
      return <ProblemCard what={<Shortened name={item.file} say={t.importing.notAdded} />} problem={item.state.problem} />;
    case 'preview':
      return <Preview preview={item.state.preview} said={said} onAdd={onAdd} onCancel={onCancel} />;
    case 'adding':
      return (
        <div class="card stack-tight">
          <p>
            <Shortened name={item.file} say={(name) => f.said(t.importing.adding, name)} />
          </p>
          <progress class="progress" max={1} value={item.state.done} aria-label={t.importing.adding} />
          <div>
            <Button small onClick={onCancel}>
              {t.common.cancel}
            </Button>
          </div>
        </div>
      );
    case 'done':
      return (
        <div class="card">
          <p class="strong">
            <Shortened name={item.file} />
          </p>
          <p>
            {t.importing.done(item.state.readings, f.number(item.state.readings), item.state.fresh, f.number(item.state.fresh))}
          </p>
        </div>
      );
  }
}

function PlatformChoice({ onPlatform }: { onPlatform: (platform: Platform) => void }) {
  const { t } = useWords('workbench');
  const [platform, setPlatform] = useState<Platform | ''>('');
  return (
    <div class="rule-line">
      <Select
        label={t.importing.platform}
        value={platform}
        options={[
          { value: '', label: t.importing.choosePlatform },
          ...PLATFORMS.map((value) => ({ value, label: t.platforms[value] })),
        ]}
        onChange={setPlatform}
      />
      <div>
        <Button disabled={platform === ''} onClick={() => platform !== '' && onPlatform(platform)}>
          {t.importing.readAgain}
        </Button>
      </div>
    </div>
  );
}

/** What is said of so many lines concerns the whole file: it is no detail. */
const concernsAll = (lines: readonly LeftOut[], readings: number) =>
  groupsOf(lines).find(({ lines: own }) => own.length >= Math.max(5, readings / 4));

function Preview({
  preview,
  said,
  onAdd,
  onCancel,
}: {
  preview: ImportPreview;
  said: (reason: string) => string;
  onAdd: (account: string | null) => void;
  onCancel: () => void;
}) {
  const { t, f } = useWords('workbench');
  const id = useId();
  const [account, setAccount] = useState('');
  const { readings, posts, from, to, skipped, unknownColumns, needsAccount } = preview;
  const concerned = concernsAll(skipped, readings);
  const span = from && to ? t.importing.span(f.published(from, 'day') ?? from, f.published(to, 'day') ?? to) : null;
  return (
    <section class="card stack" aria-label={preview.file}>
      <div>
        <h2>
          <Shortened name={preview.file} />
        </h2>
        {preview.platform && <p class="small faint">{t.platforms[preview.platform]}</p>}
      </div>
      {readings === 0 ? (
        <Note>{t.importing.nothing}</Note>
      ) : (
        <div>
          <h3>{t.importing.preview}</h3>
          <p class="number">{t.importing.found(readings, f.number(readings), f.number(posts.fresh), f.number(posts.known))}</p>
          {span && <p class="small muted">{span}</p>}
        </div>
      )}
      {concerned && (
        <Note kind="warn">
          {f.said(t.importing.concerned(concerned.lines.length, f.number(concerned.lines.length)), said(concerned.reason))}
        </Note>
      )}
      {skipped.length > 0 && (
        <LeftOutLines summary={t.importing.skipped(skipped.length, f.number(skipped.length))} lines={skipped} said={said} />
      )}
      {unknownColumns.length > 0 && (
        <Disclosure summary={t.importing.unknownColumns}>
          <p>{unknownColumns.join(' · ')}</p>
        </Disclosure>
      )}
      {needsAccount && readings > 0 && (
        <div class="field">
          <label for={id}>{t.importing.account}</label>
          <input
            id={id}
            class="input"
            maxLength={200}
            value={account}
            aria-describedby={`${id}-hint`}
            onInput={(event) => setAccount(event.currentTarget.value)}
          />
          <p id={`${id}-hint`} class="small faint">
            {t.importing.accountHint}
          </p>
        </div>
      )}
      <div class="row">
        {readings > 0 && (
          <Button kind="primary" onClick={() => onAdd(account.trim() || null)}>
            {t.importing.add}
          </Button>
        )}
        <Button onClick={onCancel}>{readings > 0 ? t.common.cancel : t.common.close}</Button>
      </div>
    </section>
  );
}
