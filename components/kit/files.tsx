import { FileUp } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useWords } from '../words';

interface FilePickerProps {
  label: string;
  accept: string;
  multiple?: boolean;
  disabled?: boolean;
  onFiles: (files: File[]) => void;
}

/** A file input one can also drop files on. */
export function FilePicker({ label, accept, multiple, disabled, onFiles }: FilePickerProps) {
  const { t } = useWords('workbench');
  const [over, setOver] = useState(false);
  const take = (list: FileList | null | undefined) => {
    const files = [...(list ?? [])];
    if (files.length > 0) onFiles(multiple ? files : files.slice(0, 1));
  };
  return (
    <label
      class={`drop ${over ? 'drop-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (!disabled) take(event.dataTransfer?.files);
      }}
    >
      <FileUp size={22} aria-hidden="true" />
      <span class="button">{label}</span>
      <span class="small muted">{t.importing.drop(multiple === true)}</span>
      <input
        class="sr-only"
        type="file"
        accept={accept}
        multiple={multiple}
        disabled={disabled}
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
    </label>
  );
}
