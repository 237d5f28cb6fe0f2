import { bring } from '../brought';
import { anyTables, findTable } from '../table';

bring('table', { anyTables, findTable });
