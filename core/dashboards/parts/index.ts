/** Importing this brings every part: where a page is read outside a content script, nothing lacks. */
import './audience';
import './columns';
import './pairs';
import './table';
import './text';
