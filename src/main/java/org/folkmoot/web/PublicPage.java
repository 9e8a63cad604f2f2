package org.folkmoot.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// All that the frame around a public page shows (set-up, sign-in, invitations, surveys, errors):
/// drawn by `web/publicframe.jte`. The words are the caller's, from the message catalogue.
///
/// @param title the one h1
/// @param lede the line under it, may be empty
/// @param community name of the community, or "Folkmoot" before there is one
/// @param hue 1 to 8, the community's colour among the chart colours (1 is the house's own)
/// @param skip words of the link that jumps to the content
/// @param csrf null on a page that changes nothing
public record PublicPage(
        String title,
        String lede,
        String community,
        int hue,
        String skip,
        Desk.@Nullable Csrf csrf,
        Locale locale) {

    public PublicPage {
        if (hue < 1 || hue > 8) {
            throw new IllegalArgumentException("A hue is 1 to 8, got " + hue);
        }
    }

    /// A page on which nothing can be changed, such as an error.
    public static PublicPage quiet(
            String title, String lede, String community, int hue, String skip, Locale locale) {
        return new PublicPage(title, lede, community, hue, skip, null, locale);
    }

    String language() {
        return locale.toLanguageTag();
    }
}
