package org.folkmoot.briefing;

import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.folkmoot.access.Post;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Outward;
import org.folkmoot.web.PublicAddresses;
import tools.jackson.databind.json.JsonMapper;

/// Says something in a channel, by an incoming webhook as Slack has them: only over https, only to
/// public addresses (unless the operator allows others: FOLKMOOT_HOOKS_PRIVATE), without following
/// redirects, within limits of time; what the other side answers is not read.
class HookLine implements AutoCloseable {

    private final CloseableHttpClient client;
    private final List<String> schemes;

    /// @param anywhere whether plain http and addresses of one's own net will do
    HookLine(boolean anywhere) {
        this.schemes = anywhere ? List.of("https", "http") : List.of("https");
        this.client =
                Outward.client(
                                anywhere ? new PublicAddresses(_ -> true) : PublicAddresses.ONLY,
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(10))
                        .build();
    }

    /// @throws Refusal.Unusable when it is no address we would send to
    URI usable(String address) {
        try {
            var uri = URI.create(address.strip());
            if (address.length() <= 1000
                    && uri.getScheme() != null
                    && schemes.contains(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getUserInfo() == null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new Refusal.Unusable("This address cannot be read. Copy it once more.");
        }
        throw new Refusal.Unusable(
                "The address of a webhook begins with %s://.".formatted(schemes.getFirst()));
    }

    Post.Outcome say(String address, String text) {
        try {
            var request = new HttpPost(usable(address));
            request.setEntity(
                    new StringEntity(
                            JsonMapper.shared().writeValueAsString(Map.of("text", text)),
                            ContentType.APPLICATION_JSON));
            int code = client.execute(request, answer -> answer.getCode());
            return code >= 200 && code < 300
                    ? Post.Outcome.TAKEN
                    : code < 500 ? Post.Outcome.REFUSED : Post.Outcome.UNKNOWN;
        } catch (UnknownHostException | HttpHostConnectException e) {
            return Post.Outcome.REFUSED;
        } catch (IOException e) {
            return Post.Outcome.UNKNOWN;
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
