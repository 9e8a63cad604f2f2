package org.folkmoot.listening;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Outward;
import org.folkmoot.web.PublicAddresses;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Asks a language model that speaks as OpenAI's does: only where the operator said, without
/// redirects or second tries, within limits of time and size. What goes wrong is said without what
/// the other side wrote, which may hold the key.
@Component
class ModelLine implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int LARGEST = 200_000;

    private final CloseableHttpClient outside = client(PublicAddresses.ONLY);
    private final CloseableHttpClient own = client(new PublicAddresses(_ -> true));

    private static CloseableHttpClient client(PublicAddresses addresses) {
        return Outward.client(addresses, Duration.ofSeconds(10), LONGEST).build();
    }

    /// @param body what is sent, as it was shown
    /// @return what the model wrote
    /// @throws Refusal.Unusable when it wrote nothing that can be used, in words for the team
    String ask(ModelSettings.Model model, String body) {
        var request = new HttpPost(model.url() + "/chat/completions");
        if (!model.key().isEmpty()) {
            request.setHeader("Authorization", "Bearer " + model.key());
        }
        request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        var watch =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        TimeUnit.SECONDS.sleep(LONGEST.toSeconds());
                                        request.abort();
                                    } catch (InterruptedException e) {
                                        Thread.currentThread().interrupt();
                                    }
                                });
        try {
            return (model.ownHost() ? own : outside).execute(request, ModelLine::read);
        } catch (UnknownHostException e) {
            throw new Refusal.Unusable(
                    "The language model's address leads nowhere in the public net. Ask whoever operates this server.");
        } catch (IOException e) {
            throw new Refusal.Unusable(
                    "The language model did not answer in time, or not at all. Nothing was changed; try again later.");
        } finally {
            watch.interrupt();
        }
    }

    private static String read(ClassicHttpResponse response) throws IOException {
        if (response.getCode() != 200 || response.getEntity() == null) {
            throw new Refusal.Unusable(
                    "The language model answered %d. Ask whoever operates this server."
                            .formatted(response.getCode()));
        }
        byte[] bytes;
        try (var in = response.getEntity().getContent()) {
            bytes = in.readNBytes(LARGEST + 1);
        }
        if (bytes.length > LARGEST) {
            throw new IOException("more than is read");
        }
        try {
            var text =
                    JsonMapper.shared()
                            .readTree(new String(bytes, StandardCharsets.UTF_8))
                            .path("choices")
                            .path(0)
                            .path("message")
                            .path("content")
                            .asString("")
                            .replace("\0", "")
                            .strip();
            if (!text.isEmpty()) {
                return text;
            }
        } catch (JacksonException e) {
            throw new Refusal.Unusable(
                    "The language model answered something that cannot be read.");
        }
        throw new Refusal.Unusable("The language model wrote nothing.");
    }

    @Override
    public void close() throws IOException {
        outside.close();
        own.close();
    }
}
