package org.folkmoot.sources.youtube;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Rows as YouTube writes them.
final class StudioRows {

    private StudioRows() {}

    static JsonNode channel(int videos) {
        return json(
                """
                {"id":"%s",
                 "snippet":{"title":"Moot","description":"All of it","customUrl":"@moot"},
                 "contentDetails":{"relatedPlaylists":{"likes":"","uploads":"UU_x5XG1OV2P6uZZ5FSM9Ttw"}},
                 "statistics":{"viewCount":"123456789012","subscriberCount":"42","hiddenSubscriberCount":false,"videoCount":"%d"}}
                """
                        .formatted(Studio.CHANNEL, videos));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    static Object listed(Studio.Video video) {
        return Map.of(
                "contentDetails", Map.of("videoId", video.id(), "videoPublishedAt", video.at()));
    }

    static JsonNode video(Studio.Video video, long views) {
        return json(
                """
                {"id":"%s","odd":null,
                 "snippet":{"title":"%s","description":"About it","channelId":"%s","channelTitle":"Moot",
                   "publishedAt":"%s","liveBroadcastContent":"%s"},
                 "statistics":{"viewCount":"%d","favoriteCount":"0"},
                 "liveStreamingDetails":%s}
                """
                        .formatted(
                                video.id(),
                                video.title(),
                                Studio.CHANNEL,
                                video.at(),
                                video.chat().isEmpty() ? "none" : "live",
                                views,
                                video.chat().isEmpty()
                                        ? "null"
                                        : "{\"activeLiveChatId\":\"%s\"}".formatted(video.chat())));
    }

    static Object broadcast(Studio.Video video) {
        var snippet = Map.of("title", video.title(), "scheduledStartTime", video.at());
        return Map.of("id", video.id(), "snippet", snippet);
    }

    static JsonNode comment(Studio.Said said, boolean edited) {
        return json(
                """
                {"kind":"youtube#comment","id":"%s","snippet":{"textDisplay":"%s","textOriginal":"%s","likeCount":0,
                 %s %s "publishedAt":"%s","updatedAt":"%s"}}
                """
                        .formatted(
                                said.id(),
                                said.text(),
                                said.text(),
                                said.who().isEmpty()
                                        ? ""
                                        : "\"authorDisplayName\":\"@%s\",\"authorChannelId\":{\"value\":\"%s\"},"
                                                .formatted(said.who(), said.who()),
                                said.thread().isEmpty()
                                        ? ""
                                        : "\"parentId\":\"%s\",".formatted(said.thread()),
                                said.at(),
                                edited ? "2031-03-01T00:00:00Z" : said.at()));
    }
}
