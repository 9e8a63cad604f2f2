package org.folkmoot.sources.reddit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Line;
import tools.jackson.databind.JsonNode;

/// What the token's user does there. Reddit has no key that would keep a second post away, so
/// whoever is unsure looks first; whatever moderates may be done twice.
record RedditActs() implements Acting {

    private static final Pattern THING = Pattern.compile("t[13]_[a-z0-9]+");
    static final Pattern MAIL = Pattern.compile("modmail/([A-Za-z0-9]+)(?:/.*)?");
    private static final Pattern NAME = Pattern.compile("[\\w-]{1,30}");
    private static final int LONGEST_BAN = 999;
    private static final int MINUTES_OF_A_DAY = 1440;

    @Override
    public Set<Act.What> does() {
        return Set.of(
                Act.What.POST,
                Act.What.REPLY,
                Act.What.EDIT,
                Act.What.DELETE,
                Act.What.HIDE,
                Act.What.UNHIDE,
                Act.What.LOCK,
                Act.What.APPROVE,
                Act.What.TIMEOUT,
                Act.What.BAN,
                Act.What.LIFT);
    }

    @Override
    public boolean twice(Act act) {
        return !act.speaks();
    }

    @Override
    public Done act(Line line, Act act) {
        var api = new RedditApi(line);
        return switch (act.what()) {
            case POST -> post(api, act);
            case REPLY -> MAIL.matcher(act.target()).matches() ? mail(api, act) : comment(api, act);
            case EDIT ->
                    simple(
                            api,
                            act,
                            "/api/editusertext",
                            Map.of("api_type", "json", "text", act.text()),
                            "thing_id");
            case DELETE, HIDE -> simple(api, act, "/api/remove", Map.of("spam", "false"), "id");
            case UNHIDE, APPROVE -> simple(api, act, "/api/approve", Map.of(), "id");
            case LOCK -> simple(api, act, "/api/lock", Map.of(), "id");
            case TIMEOUT, BAN, LIFT -> ban(api, act);
            default -> throw new IllegalArgumentException("Reddit cannot do this.");
        };
    }

    private static Done post(RedditApi api, Act act) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("api_type", "json");
        fields.put("kind", "self");
        fields.put("sr", RedditApi.bare(act.target()));
        fields.put("title", act.title());
        fields.put("text", act.text());
        fields.put("sendreplies", "true");
        var data = taken(api.line(), api.post("/api/submit", fields)).path("data");
        return new Done(
                data.path("name").asString("t3_" + data.path("id").asString("")),
                data.path("url").asString(""));
    }

    private static Done comment(RedditApi api, Act act) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("api_type", "json");
        fields.put("thing_id", thing(act));
        fields.put("text", act.text());
        var row =
                taken(api.line(), api.post("/api/comment", fields))
                        .path("data")
                        .path("things")
                        .path(0);
        return done(row);
    }

    static Done done(JsonNode thing) {
        var link = thing.path("data").path("permalink").asString("");
        return new Done(
                RedditThings.name(thing), link.startsWith("/") ? RedditApi.SITE + link : "");
    }

    private static Done mail(RedditApi api, Act act) {
        var mail = MAIL.matcher(act.target());
        if (!mail.matches()) {
            throw new IllegalArgumentException("This is no conversation of modmail.");
        }
        var fields = new LinkedHashMap<String, String>();
        fields.put("body", act.text());
        fields.put("isAuthorHidden", act.more("hidden").equals("true") ? "true" : "false");
        fields.put("isInternal", "false");
        var id = mail.group(1);
        var said = api.line().ask(api.post("/api/mod/conversations/" + id, fields)).json();
        var latest = "";
        for (var part : said.path("conversation").path("objIds")) {
            if (part.path("key").asString("").equals("messages")) {
                latest = part.path("id").asString("");
            }
        }
        return new Done(
                "modmail/%s/%s".formatted(id, latest), "https://mod.reddit.com/mail/all/" + id);
    }

    private static Done simple(
            RedditApi api, Act act, String path, Map<String, String> more, String field) {
        var fields = new LinkedHashMap<>(more);
        fields.put(field, thing(act));
        taken(api.line(), api.post(path, fields));
        return new Done(act.target(), "");
    }

    /// In the subreddit that is named, else in all that are connected. A time-out is a ban of days,
    /// as Reddit knows no shorter one.
    private static Done ban(RedditApi api, Act act) {
        if (!NAME.matcher(act.target()).matches()) {
            throw new IllegalArgumentException("This is nobody on Reddit.");
        }
        var place = RedditApi.bare(act.more("place"));
        var where =
                place.isEmpty() ? RedditApi.subreddits(api.line().connection()) : List.of(place);
        for (var subreddit : where) {
            var fields = new LinkedHashMap<String, String>();
            fields.put("api_type", "json");
            fields.put("type", "banned");
            fields.put("name", act.target());
            if (act.what() != Act.What.LIFT) {
                fields.put("note", cut(act.text(), 300));
                fields.put("ban_reason", cut(act.text(), 100));
            }
            if (act.what() == Act.What.TIMEOUT) {
                fields.put("duration", Integer.toString(days(act.more("minutes"))));
            }
            var what = act.what() == Act.What.LIFT ? "unfriend" : "friend";
            taken(api.line(), api.post("/r/%s/api/%s".formatted(subreddit, what), fields));
        }
        return new Done(act.target(), RedditApi.SITE + "/user/" + act.target());
    }

    private static int days(String minutes) {
        var told = minutes.matches("\\d{1,8}") ? Integer.parseInt(minutes) : MINUTES_OF_A_DAY;
        return Math.clamp((told + MINUTES_OF_A_DAY - 1L) / MINUTES_OF_A_DAY, 1, LONGEST_BAN);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    private static String thing(Act act) {
        if (!THING.matcher(act.target()).matches()) {
            throw new IllegalArgumentException("This is no post or comment of Reddit.");
        }
        return act.target();
    }

    /// Reddit refuses with a 200 and the reason in words.
    private static JsonNode taken(Line line, Ask ask) {
        var json = line.ask(ask).json().path("json");
        var error = json.path("errors").path(0);
        if (!error.isMissingNode()) {
            throw new IllegalArgumentException(
                    "Reddit did not take it: %s (%s)."
                            .formatted(
                                    error.path(1).asString("").replaceFirst("\\.$", ""),
                                    error.path(0).asString("")));
        }
        return json;
    }

    @Override
    public Optional<Done> find(Line line, Act act) {
        return new RedditSearch(new RedditApi(line)).find(act);
    }
}
