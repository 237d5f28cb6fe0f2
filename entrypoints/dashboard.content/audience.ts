/** The readers of shares and hours of an audience, for pages that show any. */
import '../../core/dashboards/audience-readers';
