import { useWords } from '../words';

/** The drawing of `assets/icons/icon-small.svg` beside the name. */
export function Brand() {
  const { t } = useWords();
  return (
    <span class="brand">
      <svg viewBox="0 0 16 16" width={22} height={22} aria-hidden="true">
        <rect width="16" height="16" rx="3.5" fill="#2f4b9b" />
        <path d="M4 9a4 4 0 0 1 8 0z" fill="#f6b94b" />
        <rect x="7" y="2" width="2" height="2" rx="0.8" fill="#f6b94b" />
        <rect x="2" y="10" width="12" height="1.5" rx="0.75" fill="#ffffff" />
        <rect x="4" y="12.5" width="8" height="1.5" rx="0.75" fill="#ffffff" />
      </svg>
      {t.name}
    </span>
  );
}
