import { ChevronRight } from 'lucide-preact';
import type { ComponentChildren } from 'preact';

export function Disclosure({ summary, children, open }: { summary: string; children: ComponentChildren; open?: boolean }) {
  return (
    <details class="disclosure" open={open}>
      <summary>
        <ChevronRight size={14} aria-hidden="true" class="disclosure-mark" />
        {summary}
      </summary>
      <div class="disclosure-body">{children}</div>
    </details>
  );
}
