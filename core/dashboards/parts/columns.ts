import { bring } from '../brought';
import { findColumns } from '../columns';

bring('columns', { findColumns });
