package org.folkmoot.sources.wordpress;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.regex.Pattern;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Reply;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Where a site's REST API answers, and what the site says of itself. With plain permalinks the
/// API's paths are a parameter (`/?rest_route=`).
///
/// @param base the address that it was found from
/// @param root what stands before `/wp/v2/...`, below the base's host
/// @param home the blog's address as people know it
record Site(String base, String root, String home, String title, String about) {

    private static final Pattern LINK =
            Pattern.compile("<([^>]*)>\\s*;[^,<]*?\\brel=\"?https://api\\.w\\.org/\"?");
    private static final Pattern TAG =
            Pattern.compile(
                    "<link\\b[^>]*\\brel=[\"']https://api\\.w\\.org/[\"'][^>]*\\bhref=[\"']([^\"']+)");
    private static final Pattern GIVEN = Pattern.compile("(.*/wp-json)(?:/wp/v2)?");

    /// Asks the site itself, as WordPress wants it: a header of any page names the API. Only its
    /// path is taken, for the secret must go nowhere but to the host that was given.
    static Site find(Line line) {
        var base = line.connection().address("base-url");
        var path = base.getRawPath() == null ? "" : base.getRawPath();
        var given = GIVEN.matcher(path);
        var roots = new LinkedHashSet<String>();
        if (given.matches()) {
            roots.add(given.group(1));
        } else {
            roots.add(told(line, path));
            roots.add(path + "/wp-json");
            roots.add(path + "/?rest_route=");
        }
        roots.remove("");
        for (var root : roots) {
            var site = new Site(base.toString(), root, home(line.connection(), ""), "", "");
            var index = index(line, site);
            if (index != null) {
                return new Site(
                        site.base,
                        root,
                        home(line.connection(), index.path("home").asString("")),
                        index.path("name").asString(""),
                        index.path("description").asString(""));
            }
        }
        return new Site(base.toString(), roots.getFirst(), home(line.connection(), ""), "", "");
    }

    /// As the connection was told, else as the site says, else where we found it.
    private static String home(Connection connection, String said) {
        var named = connection.setting("site");
        return !named.isEmpty()
                ? named
                : !said.isEmpty()
                        ? said
                        : connection
                                .address("base-url")
                                .toString()
                                .replaceFirst("/wp-json(/wp/v2)?$", "");
    }

    private static String told(Line line, String path) {
        var page = line.ask(Ask.get(origin(line), path + "/").allowing(400, 403, 404, 405));
        var link = LINK.matcher(page.header("link").orElse(""));
        var tag = TAG.matcher(page.text());
        var to = link.find() ? link.group(1) : tag.find() ? tag.group(1) : "";
        try {
            var uri = URI.create(to.replace("&#038;", "&").strip());
            var query = uri.getRawQuery();
            return to.isEmpty()
                    ? ""
                    : query == null
                            ? String.valueOf(uri.getRawPath()).replaceFirst("/+$", "")
                            : uri.getRawPath() + "?" + query.replaceFirst("(%2F|/)+$", "");
        } catch (IllegalArgumentException e) {
            return ""; // no address: the usual places are tried
        }
    }

    private static @Nullable JsonNode index(Line line, Site site) {
        var ask = site.ask(line, "GET", "/").query("_fields", "name,description,url,home");
        var reply = line.ask(ask.allowing(400, 403, 404));
        return reply.status() == 200 && object(reply) ? reply.json() : null;
    }

    private static boolean object(Reply reply) {
        try {
            return reply.json().isObject();
        } catch (JacksonException e) {
            return false; // a page for people
        }
    }

    /// Whether it is still where this was found.
    boolean at(Connection connection) {
        return base.equals(connection.address("base-url").toString());
    }

    Ask get(Line line, String path) {
        return ask(line, "GET", "/wp/v2/" + path);
    }

    Ask post(Line line, String path, Object body) {
        return ask(line, "POST", "/wp/v2/" + path).json(body);
    }

    Ask delete(Line line, String path) {
        return ask(line, "DELETE", "/wp/v2/" + path);
    }

    private Ask ask(Line line, String method, String path) {
        var ask = Ask.of(method, origin(line), root + path).with("Accept", "application/json");
        return Badge.of(line.connection()).map(b -> ask.with("Authorization", b)).orElse(ask);
    }

    private static URI origin(Line line) {
        var base = line.connection().address("base-url");
        return URI.create(base.getScheme() + "://" + base.getRawAuthority());
    }
}
