/**
 * A Parquet file with typed, nullable columns, ready for DuckDB, Spark and ClickHouse. Figures with their intervals are DOUBLE,
 * times are TIMESTAMP in milliseconds UTC (the offset a page printed stands beside in minutes), ids and titles are STRING.
 */
import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import { type Cell, type Column, columns, type Pages, rowsOf, type Shape } from './rows';

export type ParquetOptions = Pick<Shape, 'history'>;

/** Rows held at a time: large enough to compress, small enough for any machine. */
const ROWS_IN_GROUP = 5_000;

const OFFSET: Column = { name: 'published_offset_minutes', kind: 'number' };

function element({ name, kind }: Column): SchemaElement {
  const nullable = { name, repetition_type: 'OPTIONAL' } as const;
  if (name === OFFSET.name) return { ...nullable, type: 'INT32' };
  switch (kind) {
    case 'number':
      return { ...nullable, type: 'DOUBLE' };
    case 'boolean':
      return { ...nullable, type: 'BOOLEAN' };
    case 'time':
      return {
        ...nullable,
        type: 'INT64',
        converted_type: 'TIMESTAMP_MILLIS',
        logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
      };
    default:
      return { ...nullable, type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } };
  }
}

/** Minutes east of UTC of an ISO 8601 time. */
function offsetOf(iso: string): number | null {
  const match = /([+-])(\d\d):?(\d\d)$/.exec(iso);
  if (!match) return iso.endsWith('Z') ? 0 : null;
  return (Number(match[2]) * 60 + Number(match[3])) * (match[1] === '-' ? -1 : 1);
}

const typed = (value: Cell, kind: Column['kind']) => (kind === 'time' && typeof value === 'string' ? new Date(value) : value);

/** Writes the file piece by piece. */
export async function* writeParquet(pages: Pages, { history = false }: ParquetOptions = {}): AsyncGenerator<Uint8Array> {
  const list = columns({ intervals: true, history });
  const publishedAt = list.findIndex((column) => column.name === 'published_at');
  const all = [...list, OFFSET];
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({
    writer: bytes,
    schema: [{ name: 'root', num_children: all.length }, ...all.map(element)],
    createdBy: 'Post Almanac',
  });
  const take = (): Uint8Array => {
    const piece = bytes.getBytes().slice();
    bytes.index = 0;
    return piece;
  };
  let rows: Cell[][] = [];
  const group = async () => {
    const columnData = all.map((column, at) => ({
      name: column.name,
      data: rows.map((row) => {
        if (column !== OFFSET) return typed(row[at] ?? null, column.kind);
        const published = row[publishedAt];
        return typeof published === 'string' ? offsetOf(published) : null;
      }),
    }));
    rows = [];
    await writer.write({ columnData, rowGroupSize: ROWS_IN_GROUP });
  };
  for await (const page of pages) {
    for (const known of page) rows.push(...rowsOf(known, { intervals: true, history }));
    if (rows.length < ROWS_IN_GROUP) continue;
    await group();
    yield take();
  }
  if (rows.length > 0) await group();
  await writer.finish();
  yield take();
}
