/** The words of languages other than Chinese and English, for pages that need them. */
import '../../core/text/languages';
