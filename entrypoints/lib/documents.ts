/** What the creator made, as screens hold it. */
import { useMemo } from 'preact/hooks';
import type { DocumentName, DocumentOf } from '../../core/model/documents';
import { useAnswer } from './app';

const NONE: never[] = [];

/** Documents of one kind; none while they are being fetched. */
export function useDocuments<K extends DocumentName>(kind: K): readonly DocumentOf<K>[] {
  const { state } = useAnswer('documents', { kind });
  const values = state.state === 'ready' ? state.value.values : NONE;
  // The worker answers with documents of the kind that was asked for.
  return useMemo(() => values as DocumentOf<K>[], [values]);
}
