import type { PageReport } from '../../core/dashboards/page-report';
import type { PageRead } from '../../core/model/reading';
import { put } from './parts';

/** What `page-reader.ts` leaves in this world. */
type PageReader = (question: 'report', read: PageRead, zone: string) => PageReport;

/**
 * Saves the structure of a page that was not understood as a file. The reader that makes it is put here by the background only now.
 * Throws where the browser does not let it in.
 */
export async function saveReport(read: PageRead): Promise<void> {
  await put('words');
  await put('page-reader');
  const { postAlmanacPage } = globalThis as unknown as { postAlmanacPage: PageReader };
  const { name, html } = postAlmanacPage('report', read, Intl.DateTimeFormat().resolvedOptions().timeZone);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
  link.download = name;
  link.hidden = true;
  // Firefox follows no link that is not in the document.
  document.documentElement.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
