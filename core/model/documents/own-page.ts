import * as z from 'zod/mini';
import { COLUMN_MEANINGS, type ColumnMeaning, OWN_PAGE_KINDS, type OwnPage } from '../own-page';
import { PLATFORMS } from '../platforms';
import { text } from './fields';
import type { DocumentKind } from './kind';

const MOST_COLUMNS = 60;
const schema = z.strictObject({
  id: text(1300).check(z.minLength(1)),
  host: text(253).check(z.minLength(1)),
  path: text(1000).check(z.minLength(1)),
  platform: z.enum(PLATFORMS),
  account: z.nullable(text(200)),
  kind: z.enum(OWN_PAGE_KINDS),
  columns: z
    .record(text(200), z.enum(COLUMN_MEANINGS as unknown as [ColumnMeaning, ...ColumnMeaning[]]))
    .check(z.refine((columns) => Object.keys(columns).length <= MOST_COLUMNS, 'too many columns')),
});

/** A page that the creator told Post Almanac how to read: `core/dashboards/generic/`. */
export const ownPage: DocumentKind<OwnPage> = { version: 1, schema: schema as z.ZodMiniType<OwnPage> };
