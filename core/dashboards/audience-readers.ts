/** Importing this teaches how shares and hours of an audience are read. */
import { learnAudience } from './audience';
import { breakdownsOf } from './breakdowns';
import { curveOf } from './curve';

learnAudience({ breakdownsOf, curveOf });
