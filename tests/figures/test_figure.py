from samestory.figures.figure import compact


def test_a_letter_is_placed_in_few_bytes():
    svg = """<svg><!-- text -->
  <g id="text_1">
   <use xlink:href="#DejaVuSans-41" transform="translate(61.1875 0)"/>
  </g>
</svg>"""
    assert compact(svg) == '<svg><g><use xlink:href="#g41" x="61"/></g></svg>\n'
