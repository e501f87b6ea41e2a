package org.concurrencylab.parity;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Both services depend on the same artifacts in the same order, but for the drivers. */
final class PomDrifts {

    private static final List<String> SECTIONS = List.of("dependencyManagement/dependencies", "dependencies");

    private PomDrifts() {}

    static List<String> between(ServiceTree blocking, ServiceTree reactive) {
        List<String> drifts = new ArrayList<>();
        for (String section : SECTIONS) {
            List<String> expected = dependencies(blocking, section).stream()
                    .map(PomDrifts::reactiveSpelling)
                    .toList();
            drifts.addAll(Sequences.drifts("pom.xml, " + section, expected, dependencies(reactive, section)));
        }
        return drifts;
    }

    private static String reactiveSpelling(String dependency) {
        int end = dependency.indexOf(' ');
        String artifact = end < 0 ? dependency : dependency.substring(0, end);
        return Permitted.reactiveDependency(artifact) + dependency.substring(artifact.length());
    }

    /** Each dependency as its artifact, then all else that its element says. */
    private static List<String> dependencies(ServiceTree tree, String section) {
        try {
            XPath xpath = XPathFactory.newInstance().newXPath();
            NodeList found = (NodeList)
                    xpath.evaluate("/project/" + section + "/dependency", document(tree), XPathConstants.NODESET);
            return elements(found).map(PomDrifts::text).toList();
        } catch (XPathExpressionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Node document(ServiceTree tree) {
        try {
            // Not aware of namespaces, so that paths need no prefix.
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(tree.text(ServiceTree.POM))));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalArgumentException("%s/pom.xml: %s".formatted(tree.service(), e.getMessage()), e);
        }
    }

    private static String text(Element dependency) {
        String artifact = elements(dependency.getChildNodes())
                .filter(child -> child.getTagName().equals("artifactId"))
                .findFirst()
                .orElseThrow()
                .getTextContent()
                .strip();
        String rest = elements(dependency.getChildNodes())
                .filter(child -> !child.getTagName().equals("artifactId"))
                .map(child -> child.getTagName() + " "
                        + child.getTextContent().strip().replaceAll("\\s+", " "))
                .collect(Collectors.joining(", ", " (", ")"));
        return artifact + rest;
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }
}
