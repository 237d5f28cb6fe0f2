import { start } from '../lib/app';
import { SidePanel } from './SidePanel';

void start(<SidePanel />);
