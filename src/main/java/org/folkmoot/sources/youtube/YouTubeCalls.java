package org.folkmoot.sources.youtube;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.folkmoot.connectors.Finds;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Heard;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Listening;
import org.folkmoot.sources.Signature;

/// The hub that tells of new and changed videos (WebSub). It signs with the secret of the
/// subscription, and names no delivery: what it sends is known by its content.
record YouTubeCalls() implements Listening {

    static final String SECRET = "webhook-secret";

    private static final String FEED = "https://www.youtube.com/xml/feeds/videos.xml?channel_id=";

    private static final Pattern TOPIC =
            Pattern.compile("https?://(?:www\\.)?youtube\\.com/.*[?&]channel_id=([\\w-]+)");

    /// The hub allows a little more, and forgets us then.
    private static final Duration LEASE = Duration.ofDays(5);

    private static final XMLInputFactory XML = safe();

    private static XMLInputFactory safe() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    @Override
    public String secret() {
        return SECRET;
    }

    @Override
    public boolean arranges() {
        return true;
    }

    /// The hub asks back at that address whether it was us, see [#hear].
    @Override
    public Optional<Instant> arrange(Line line, String address) {
        var form = new LinkedHashMap<String, String>();
        form.put("hub.mode", "subscribe");
        form.put("hub.verify", "async");
        form.put("hub.secret", line.connection().token(SECRET));
        form.put("hub.lease_seconds", Long.toString(LEASE.toSeconds()));
        ask(line, address, form);
        return Optional.of(line.now().plus(LEASE));
    }

    /// It asks back before it answers, with a word by which [#hear] knows that it was us. Should it
    /// ask later, when nobody is there to agree, the subscription runs out by itself.
    @Override
    public void unlisten(Line line, String address) {
        var form = new LinkedHashMap<String, String>();
        form.put("hub.mode", "unsubscribe");
        form.put("hub.verify", "sync");
        form.put("hub.verify_token", farewell(line.connection()));
        ask(line, address, form);
    }

    private static void ask(Line line, String address, Map<String, String> form) {
        var all = new LinkedHashMap<>(form);
        all.put("hub.callback", address);
        all.put("hub.topic", FEED + channel(line));
        line.ask(
                Ask.of("POST", line.connection().address("hub-url"), "")
                        .form(all)
                        .lane("hub")
                        .with("Authorization", ""));
    }

    /// Nobody else can say it, and the secret cannot be told from it.
    private static String farewell(Connection connection) {
        return Signature.sha256(connection.token(SECRET), Signature.bytes("unsubscribe")).hex();
    }

    private static String channel(Line line) {
        var told = YouTubeApi.channel(line.connection());
        return isId(told)
                ? told
                : new YouTubeApi(line)
                        .channel()
                        .map(row -> row.path("id").asString(""))
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "YouTube knows no such channel."));
    }

    private static boolean isId(String channel) {
        return !channel.isEmpty() && !channel.startsWith("@");
    }

    @Override
    public Heard hear(Call call, Connection connection, Instant now) {
        if (call.method().equals("GET")) {
            return handshake(call, connection);
        }
        var secret = connection.token(SECRET);
        var told = call.header("X-Hub-Signature");
        var right =
                Signature.of("HmacSHA1", secret, call.body()).isHex("sha1=", told)
                        || Signature.sha256(secret, call.body()).isHex("sha256=", told);
        return right
                ? new Heard.Take(Signature.sha256(secret, call.body()).hex())
                : new Heard.Refuse("Its signature is not that of the hub.");
    }

    /// Only what we ask for is agreed to.
    private static Heard handshake(Call call, Connection connection) {
        var channel = YouTubeApi.channel(connection);
        var topic = TOPIC.matcher(call.query("hub.topic"));
        var asked =
                ours(call, connection)
                        && topic.matches()
                        && (!isId(channel) || topic.group(1).equals(channel));
        return asked
                ? new Heard.Answer(200, "text/plain", call.query("hub.challenge"))
                : new Heard.Refuse("It is not about the subscription that we asked for.");
    }

    private static boolean ours(Call call, Connection connection) {
        return switch (call.query("hub.mode")) {
            case "subscribe" -> true;
            case "unsubscribe" ->
                    Signature.same(farewell(connection), call.query("hub.verify_token"));
            default -> false;
        };
    }

    /// It says little of a video, so it is asked for.
    @Override
    public void tell(Call call, Line line, Finds finds) {
        var changed = new ArrayList<String>();
        var gone = new ArrayList<String>();
        read(call.body(), changed, gone);
        var answers = new YouTubeAnswers("", finds);
        gone.forEach(answers::gone);
        if (!changed.isEmpty()) {
            new YouTubeApi(line).videos(changed).forEach(answers::video);
        }
    }

    private static void read(byte[] feed, List<String> changed, List<String> gone) {
        try {
            var reader = XML.createXMLStreamReader(new ByteArrayInputStream(feed));
            while (reader.hasNext()) {
                if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (reader.getLocalName()) {
                    case "videoId" -> changed.add(reader.getElementText().strip());
                    case "deleted-entry" -> {
                        var ref = reader.getAttributeValue(null, "ref");
                        if (ref != null && ref.startsWith("yt:video:")) {
                            gone.add(ref.substring("yt:video:".length()));
                        }
                    }
                    default -> {
                        continue;
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("It is no feed that can be read.", e);
        }
    }
}
