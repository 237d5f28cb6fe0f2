import { bring } from '../brought';
import { labelledFigures, onePost } from '../pairs';

bring('pairs', { labelledFigures, onePost });
