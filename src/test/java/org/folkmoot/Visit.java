package org.folkmoot;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.folkmoot.access.Cast;
import org.folkmoot.community.Community;
import org.jspecify.annotations.Nullable;

/// Somebody's visit to a community in a real browser, with one page open. Whoever works there signs
/// in once for all windows. What is looked at must fit the window, be accessible, and leave nothing
/// to complain about on the console; its picture is kept in `target/`, in the folder of that name.
public final class Visit implements AutoCloseable {

    private static final int DESK = 1280;
    private static final int PHONE = 360;

    private final String site;
    private final Community here;
    private final @Nullable String cookie;
    private final Path pictures;
    private final List<ColorScheme> schemes;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    /// The tools that look at a page leave styles of their own in it, which htmx then meets.
    private boolean looked;

    private Visit(
            String site,
            Community here,
            @Nullable String cookie,
            Path pictures,
            int width,
            List<ColorScheme> schemes) {
        this.site = site;
        this.here = here;
        this.cookie = cookie;
        this.pictures = pictures;
        this.schemes = schemes;
        this.context = Browser.context(width, schemes.getFirst());
        if (cookie != null) {
            context.addCookies(List.of(new Cookie(Cast.COOKIE, cookie).setUrl(site)));
        }
        this.page = context.newPage();
        page.onConsoleMessage(
                message -> {
                    // 422: what is refused is said on the page
                    if (!looked
                            && message.type().equals("error")
                            && !message.text().contains("422")) {
                        complaints.add(message.text());
                    }
                });
        page.onPageError(complaints::add);
    }

    /// At a desk, in the light.
    ///
    /// @param who the address of a teammate there
    public static Visit of(int port, Community here, String who, String area) {
        return of(port, here, who, area, DESK, ColorScheme.LIGHT);
    }

    public static Visit of(
            int port, Community here, String who, String area, int width, ColorScheme scheme) {
        return new Visit(
                "http://localhost:" + port,
                here,
                Cast.enter(port, who),
                Path.of("target", area),
                width,
                List.of(scheme));
    }

    public Page page() {
        return page;
    }

    /// To a page of the community, by its address below `/c/{slug}`; one that begins with `/p/` is
    /// a public one.
    public void go(String path) {
        looked = false;
        wear(schemes.getFirst());
        page.navigate(at(path));
        // from the corner, where the rail opens
        page.mouse().move(page.viewportSize().width / 2.0, 8);
    }

    public String at(String path) {
        return site + (path.startsWith("/p/") ? "" : "/c/" + here.slug()) + path;
    }

    public void see(String path, String name) {
        go(path);
        look(name);
    }

    /// Looks at the page as it is, when all of it has come. Where there is more than one scheme,
    /// the page changes from one to the next, and is asked in the last whether it is accessible.
    public void look(String name) {
        for (var scheme : schemes) {
            wear(scheme);
            Browser.settled(page);
            assertThat(complaints).as(page.url()).isEmpty();
            looked = true;
            Browser.picture(
                    page,
                    new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(pictures.resolve(name + window(scheme) + ".png")));
        }
        Browser.assertNoSidewaysScrolling(page);
        Browser.assertAccessible(page);
    }

    private void wear(ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    private String window(ColorScheme scheme) {
        return schemes.size() > 1
                ? "-%d-%s"
                        .formatted(
                                page.viewportSize().width, scheme.name().toLowerCase(Locale.ROOT))
                : "";
    }

    /// The same in all four windows: at a desk and on a phone, light and dark. Words are read in
    /// the light at the desk and in the dark on the phone: both palettes, both widths.
    public void everywhere(Consumer<Visit> doing) {
        try (var desk = there(DESK, ColorScheme.DARK, ColorScheme.LIGHT)) {
            doing.accept(desk);
        }
        try (var phone = there(PHONE, ColorScheme.LIGHT, ColorScheme.DARK)) {
            doing.accept(phone);
        }
    }

    private Visit there(int width, ColorScheme... schemes) {
        return new Visit(site, here, cookie, pictures, width, List.of(schemes));
    }

    /// Somebody who has no account, on a phone.
    public Visit stranger() {
        return new Visit(site, here, null, pictures, PHONE, List.of(ColorScheme.LIGHT));
    }

    @Override
    public void close() {
        context.close();
    }
}
