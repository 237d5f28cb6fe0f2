/** Where the posts stand in the week (Z) in flat arrays: products with it are made for every shuffle of a permutation test. */
import { FEATURES } from './week-basis';

/** Where a post stands in the week: entries of its row of Z (features of the week and their weights). */
export interface Placement {
  features: number[];
  weights: number[];
}

export interface Rows {
  /** Features that some post has, ascending. */
  used: readonly number[];
  /** Zᵀ·v; one entry more than there are features, left at 0. */
  times(v: Float64Array): Float64Array;
  /** ZᵀZ. */
  squares(): Float64Array;
}

export function rowsOf(places: readonly Placement[]): Rows {
  const features = Int32Array.from(places.flatMap((place) => place.features));
  const weights = Float64Array.from(places.flatMap((place) => place.weights));
  const ends = new Int32Array(places.length);
  for (let i = 0, end = 0; i < places.length; i++) {
    end += (places[i] as Placement).features.length;
    ends[i] = end;
  }
  return {
    used: [...new Set(features)].sort((a, b) => a - b),
    times: (v) => {
      const result = new Float64Array(FEATURES + 1);
      for (let i = 0, k = 0; i < ends.length; i++) {
        const value = v[i] as number;
        for (const end = ends[i] as number; k < end; k++) {
          const a = features[k] as number;
          result[a] = (result[a] as number) + (weights[k] as number) * value;
        }
      }
      return result;
    },
    squares: () => {
      const gram = new Float64Array(FEATURES * FEATURES);
      for (let i = 0, start = 0; i < ends.length; start = ends[i++] as number) {
        const end = ends[i] as number;
        for (let k = start; k < end; k++) {
          const row = (features[k] as number) * FEATURES;
          for (let l = start; l < end; l++) {
            const at = row + (features[l] as number);
            gram[at] = (gram[at] as number) + (weights[k] as number) * (weights[l] as number);
          }
        }
      }
      return gram;
    },
  };
}
