package costwire.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalTest {
  @ParameterizedTest
  @CsvSource({
    "https://h.example/a/some-long-story-7,https://h.example/a/some-long-story-7,true",
    "https://h.example/a/some-long-story-7?utm_source=x,https://www.h.example/a/some-long-story-7,true",
    "https://amp.h.example/a/some-long-story-7,https://www.h.example/a/some-long-story-7,true",
    "https://h.example/a/some-long-story-7/amp,https://h.example/a/some-long-story-7,true",
    "https://h.example/a/some-long-story-7/2,https://h.example/a/some-long-story-7,true",
    "https://h.example/a/some-long-story-7,https://h.example/,false",
    "https://h.example/a/some-long-story-7,https://h.example/a,false",
    "https://h.example/a/some-long-story-7,https://h.example/tech/,false",
    "https://evil.example/post-12345,https://quay.test/tech/2024/some-long-story-7,false",
    "https://one.blogspot.com/2024/03/some-long-story.html,https://two.blogspot.com/2024/03/other-long-story.html,false",
    "https://news.bbb.co.uk/some-long-story-7,https://ccc.co.uk/other-long-story-8,false",
    "https://www-h-example.cdn.ampproject.org/c/s/www.h.example/some-story,https://h.example/some-story,true",
    "https://copy.test/x/some-long-story-7,https://h.example/some-long-story-7,true"
  })
  void believesAPageOnlyWhatItMayKnow(URI page, URI stated, boolean believed) {
    assertThat(Canonical.isBelieved(page, stated)).isEqualTo(believed);
  }

  @ParameterizedTest
  @CsvSource({
    "https://h.example/a/story,https://www.h.example/a/story/amp/,true",
    "https://h.example/a/story,https://amp.h.example/a/story,true",
    "https://h.example/a/story.html,https://h.example/a/story.amp.html,true",
    "https://h.example/a/story,https://h.example/a/story?print=1&utm_campaign=x,true",
    "https://h.example/a/story,https://h.example/amp/a/story,true",
    "https://h.example/a/story,https://h-example.cdn.ampproject.org/v/s/h.example/a/story?amp_js_v=0.1,true",
    "https://h.example/a/story,https://www.google.com/amp/s/h.example/a/story,true",
    "https://h.example/a?b=1&a=2,https://h.example/a?a=2&b=1,true",
    "https://h.example/read?cid=123456,https://h.example/read?cid=123457,false",
    "https://h.example/read?m=a-long-story,https://h.example/read?m=another-long-story,false",
    "https://h.example/a/story?source=home-page,https://h.example/a/story,true",
    "https://h.example/read?m=202403,https://h.example/read?m=202404,false",
    "https://h.example/amp,https://h.example/vamp,false"
  })
  void givesVariantsOfAPageOneId(URI one, URI other, boolean same) {
    assertThat(ArticleId.of(one).equals(ArticleId.of(other))).isEqualTo(same);
  }
}
