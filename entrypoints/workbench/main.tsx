import { start } from '../lib/app';
import { Workbench } from './Workbench';

void start(<Workbench />);
