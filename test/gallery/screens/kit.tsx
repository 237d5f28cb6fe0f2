/** The parts that screens are made of. */
import { ColumnChart } from '../../../components/charts/ColumnChart';
import { LineChart } from '../../../components/charts/LineChart';
import { EvidenceWhy, Thin } from '../../../components/kit';
import { NOW, randomOf } from '../samples';
import { nothing, type Screens, workbench } from './frame';

const DAY = 86_400_000;
const curve = (seed: number, most: number, looks: number) => {
  const random = randomOf(seed);
  return Array.from({ length: looks }, (_, at) => ({
    at: NOW - (looks - at) * 1.7 * DAY,
    value: Math.round(most * (1 - Math.exp(-(at + 1) / 4)) * (0.95 + random() * 0.1)),
  }));
};

export const screens: Screens = {
  kit: {
    charts: workbench(
      'posts',
      <div class="stack-wide">
        <h1>Charts</h1>
        <LineChart
          name="Views and saves of a post"
          series={[
            { id: 'views', label: 'Views', points: curve(1, 12_400, 12) },
            { id: 'saves', label: 'Saves', points: curve(2, 4800, 9) },
            { id: 'shares', label: 'Shares', points: curve(3, 2100, 7) },
          ]}
          format={(value) => value.toLocaleString('en')}
          marks={[{ at: NOW - 9 * DAY, label: 'Title changed' }]}
        />
        <ColumnChart
          name="Posts per week"
          head={['Week', 'Posts']}
          columns={Array.from({ length: 16 }, (_, at) => ({
            id: String(at),
            label: `W${at + 10}`,
            title: `Week ${at + 10}`,
            value: at === 5 ? null : (at * 7) % 5,
            open: at === 15,
          }))}
          format={String}
          target={{ value: 3, label: 'Plan: 3 a week' }}
        />
      </div>,
    ),
    states: workbench(
      'posts',
      <div class="stack-wide">
        <h1>States</h1>
        <Thin
          title="Too early to say"
          text="Two more weeks of posting as usual, and this can be told."
          lacking={[
            { label: 'Posts old enough to compare', have: 8, need: 20 },
            { label: 'Weeks with a post', have: 3, need: 6 },
          ]}
        >
          <button type="button" class="button" onClick={nothing}>
            Open the list
          </button>
        </Thin>
        <div class="card">
          <EvidenceWhy
            evidence={{
              posts: 86,
              weeks: 18,
              interval: { low: 0.08, median: 0.2, high: 0.48 },
              adjustedFor: ['growth of the account', 'topic'],
              caveats: ['You chose these times yourself.'],
            }}
            text="Posts at these times did better than your usual ones at the same age."
          />
        </div>
      </div>,
    ),
  },
};
