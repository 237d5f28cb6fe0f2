/** The dictionary with the words of every language. */
import './languages';

export { accountMetricOfLabel, fieldOfLabel, metricOfLabel } from './dictionary';
