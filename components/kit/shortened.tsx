import { shortened } from '../shortened';

interface ShortenedProps {
  name: string;
  /** The sentence that it stands in. */
  say?: (name: string) => string;
}
/** A long name cut for the eye; whole on hover and for who hears it. */
export function Shortened({ name, say = (text) => text }: ShortenedProps) {
  const short = shortened(name);
  if (short === name) return <>{say(name)}</>;
  return (
    <>
      <span aria-hidden="true" title={name}>
        {say(short)}
      </span>
      <span class="sr-only">{say(name)}</span>
    </>
  );
}
