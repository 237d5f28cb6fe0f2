import { bring } from '../brought';
import { dateOnPage, findText, firstClock, firstWords, titleOnPage } from '../text';

bring('text', { dateOnPage, findText, firstClock, firstWords, titleOnPage });
