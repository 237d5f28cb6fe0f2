/** A post that stands on a page twice (a thumbnail card beside the list, a list drawn twice) is one post. */
import type { MetricName } from '../model/metrics';
import type { Refusal } from '../model/reading';
import { excerpt } from './assemble';
import type { Item } from './sanity';

/**
 * One item per id, and where a whole list stands there `twice`, per title and minute. What only a later sighting shows is added to the first; a figure on which they do not agree is refused: nothing
 * says which one is meant. Posts that stand there once are the same objects as before.
 */
export function onePerId(items: readonly Item[], refuse: (refusal: Refusal) => void, twice = false): Item[] {
  const sightings = new Map<string, Item[]>();
  items.forEach((item, at) => {
    const { platform, post } = item.reading;
    const name = twice ? `${post.title} ${post.publishedAt}` : at;
    const key = `${platform} ${post.id ?? name}`;
    const known = sightings.get(key);
    if (known) known.push(item);
    else sightings.set(key, [item]);
  });
  return [...sightings.values()].map((same) => {
    const [first] = same as [Item];
    if (same.length === 1) return first;
    const metrics = { ...first.reading.metrics };
    const refused = new Set<string>();
    for (const { reading } of same.slice(1)) {
      for (const [name, figure] of Object.entries(reading.metrics)) {
        const known = metrics[name as MetricName];
        if (known && known.value !== figure.value) {
          refused.add(name);
          refuse({ reason: 'same-figure-twice', excerpt: excerpt(`${name}: ${known.raw} / ${figure.raw}`) });
        } else metrics[name as MetricName] = known ?? figure;
      }
    }
    for (const name of refused) delete metrics[name as MetricName];
    return { ...first, reading: { ...first.reading, metrics } };
  });
}
