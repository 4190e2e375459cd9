package costwire.ingest.feed;

import costwire.ingest.UnreadableException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.DOMBuilder;
import org.jdom2.input.SAXBuilder;
import org.jdom2.input.sax.XMLReaderJDOMFactory;
import org.jsoup.helper.DataUtil;
import org.jsoup.helper.W3CDom;
import org.jsoup.parser.Parser;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * XML without document types, entities or great depth. What is not well-formed is read again as a
 * browser would: undeclared entities and open ends are common in feeds.
 */
final class SafeXml {
  private static final int MAX_DEPTH = 100;

  private SafeXml() {}

  /** As ROME takes it. */
  static Document read(byte[] bytes) {
    try {
      return strict(bytes);
    } catch (JDOMException | IOException e) {
      return lenient(bytes);
    }
  }

  private static Document strict(byte[] bytes) throws JDOMException, IOException {
    SAXBuilder builder = new SAXBuilder(new SafeReaders());
    builder.setExpandEntities(false);
    return builder.build(new ByteArrayInputStream(bytes));
  }

  private static Document lenient(byte[] bytes) {
    try (InputStream in = new ByteArrayInputStream(bytes)) {
      Parser parser = Parser.xmlParser().setMaxDepth(MAX_DEPTH);
      org.jsoup.nodes.Document soup = DataUtil.load(in, null, "", parser);
      return new DOMBuilder().build(new W3CDom().fromJsoup(soup));
    } catch (IOException | RuntimeException e) {
      throw new UnreadableException("not a feed: broken XML");
    }
  }

  private static final class SafeReaders implements XMLReaderJDOMFactory {
    @Override
    public XMLReader createXMLReader() throws JDOMException {
      try {
        SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        return new Bounded(factory.newSAXParser().getXMLReader());
      } catch (SAXException | ParserConfigurationException e) {
        throw new JDOMException("no safe XML reader", e);
      }
    }

    @Override
    public boolean isValidating() {
      return false;
    }
  }

  /** Goes down only so far, and never outside. */
  private static final class Bounded extends XMLFilterImpl {
    private int depth;

    Bounded(XMLReader parent) {
      super(parent);
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes)
        throws SAXException {
      depth++;
      if (depth > MAX_DEPTH) {
        throw new SAXException("deeper than " + MAX_DEPTH + " elements");
      }
      super.startElement(uri, local, name, attributes);
    }

    @Override
    public void endElement(String uri, String local, String name) throws SAXException {
      depth--;
      super.endElement(uri, local, name);
    }

    @Override
    public InputSource resolveEntity(String publicId, String systemId) throws SAXException {
      throw new SAXException("refers to the outside: " + systemId);
    }
  }
}
