import { breakdownsOf } from '../breakdowns';
import { bring } from '../brought';
import { curveOf } from '../curve';

bring('audience', { breakdownsOf, curveOf });
