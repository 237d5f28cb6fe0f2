import { MixView } from '../../../components/mix/MixView';
import { sampleReport, weighedMix } from '../samples';
import { nothing, panel, type Screens } from './frame';

export const screens: Screens = {
  mix: {
    weighed: (locale) => panel('mix', <MixView mix={weighedMix(locale)} onLabel={nothing} />),
    full: (locale) => panel('mix', <MixView mix={sampleReport('full', locale).mix} onLabel={nothing} />),
    thin: (locale) => panel('mix', <MixView mix={sampleReport('thin', locale).mix} onLabel={nothing} />),
    none: () => panel('mix', <MixView mix={[]} onLabel={nothing} />),
  },
};
